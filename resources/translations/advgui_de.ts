<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>lab/attack</name>
    <message>
        <source> It still fools in {share} of {views} random views.</source>
        <translation> Es täuscht noch in {share} von {views} zufälligen Ansichten.</translation>
    </message>
    <message>
        <source> On average they still fool in {share} of {views} random views.</source>
        <translation> Im Mittel täuschen sie noch in {share} von {views} zufälligen Ansichten.</translation>
    </message>
    <message>
        <source> Unaware of {defences}: behind it, toward {hits} of {digits}.</source>
        <translation> Ohne Kenntnis von {defences}: dahinter getäuscht zu {hits} von {digits}.</translation>
    </message>
    <message>
        <source> through {defences}</source>
        <translation> durch {defences}</translation>
    </message>
    <message>
        <source> within {budget}</source>
        <translation> innerhalb von {budget}</translation>
    </message>
    <message>
        <source>, mean {sizes}</source>
        <translation>, im Mittel {sizes}</translation>
    </message>
    <message>
        <source>, unaware of {defences}</source>
        <translation>, ohne Kenntnis von {defences}</translation>
    </message>
    <message>
        <source>; could not move toward {goals}: {why}</source>
        <translation>; ohne Fortschritt zu {goals}: {why}</translation>
    </message>
    <message>
        <source>; less sure than asked toward {goals}</source>
        <translation>; weniger sicher als verlangt zu {goals}</translation>
    </message>
    <message>
        <source>; not toward {goals}</source>
        <translation>; nicht zu {goals}</translation>
    </message>
    <message>
        <source>A budget counts in whole levels of 255: {levels} here, {budget}.</source>
        <translation>Ein Budget zählt in ganzen Stufen von 255: hier {levels}, {budget}.</translation>
    </message>
    <message>
        <source>A larger budget may fool it.</source>
        <translation>Ein größeres Budget täuscht es vielleicht.</translation>
    </message>
    <message>
        <source>A network stands behind {chain} defences at most.</source>
        <translation>Ein Netz steht hinter höchstens {chain} Verteidigungen.</translation>
    </message>
    <message>
        <source>A softmax: the ten confidences sum to one.</source>
        <translation>Ein Softmax: Die zehn Zuversichten ergeben zusammen eins.</translation>
    </message>
    <message>
        <source>Alone reads {figures}.</source>
        <translation>Liest allein {figures}.</translation>
    </message>
    <message>
        <source>Already there: {names}. Replacing cannot be undone; a new folder would be “{folder}”.</source>
        <translation>Schon vorhanden: {names}. Ersetzen lässt sich nicht rückgängig machen; ein neuer Ordner wäre „{folder}“.</translation>
    </message>
    <message>
        <source>An attack is being made: stop it, or wait for its end, before you go back to a run.</source>
        <translation>Ein Angriff läuft: ihn erst anhalten oder sein Ende abwarten, dann zu einem Lauf zurückkehren.</translation>
    </message>
    <message>
        <source>Attack first; then draw over what came of it.</source>
        <translation>Erst angreifen; dann das Ergebnis nachzeichnen.</translation>
    </message>
    <message>
        <source>Attack: {attack}, {aim}.</source>
        <translation>Angriff: {attack}, {aim}.</translation>
    </message>
    <message>
        <source>Attacking away from {goal} with “{attack}”{known}.</source>
        <translation>Angriff weg von {goal} mit „{attack}“{known}.</translation>
    </message>
    <message>
        <source>Attacking toward every other digit with “{attack}”{known}.</source>
        <translation>Angriff zu jeder anderen Ziffer mit „{attack}“{known}.</translation>
    </message>
    <message>
        <source>Attacking toward {goal} with “{attack}”{known}.</source>
        <translation>Angriff zur {goal} mit „{attack}“{known}.</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>Bester Schritt</translation>
    </message>
    <message>
        <source>Both runs fool the network, equally near to the drawing: {size}.</source>
        <translation>Beide Läufe täuschen das Netz, gleich nah an der Zeichnung: {size}.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Budget ({norm})</source>
        <translation>Budget ({norm})</translation>
    </message>
    <message>
        <source>Click a digit, or press 0 to 9, to attack the drawing toward it.</source>
        <translation>Eine Ziffer anklicken oder 0 bis 9 drücken, um die Zeichnung zu ihr hin anzugreifen.</translation>
    </message>
    <message>
        <source>Could not move: {why}. {meaning}</source>
        <translation>Ohne Fortschritt: {why}. {meaning}</translation>
    </message>
    <message>
        <source>Draw a digit, open an image, or choose a digit from the gallery.</source>
        <translation>Eine Ziffer zeichnen, ein Bild öffnen oder eine Ziffer aus der Galerie wählen.</translation>
    </message>
    <message>
        <source>Draw along the coloured lines; no network sees them.</source>
        <translation>Die farbigen Linien nachzeichnen; kein Netz sieht sie.</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Effort ({what})</source>
        <translation>Aufwand ({what})</translation>
    </message>
    <message>
        <source>Everything stands as it stood for run {number}.</source>
        <translation>Alles steht, wie es für Lauf {number} stand.</translation>
    </message>
    <message>
        <source>Everything stands as it stood for run {number}; undo brings your drawing back.</source>
        <translation>Alles steht, wie es für Lauf {number} stand; Rückgängig bringt die Zeichnung zurück.</translation>
    </message>
    <message>
        <source>Fooled{through} toward {hits} of {digits}{within}</source>
        <translation>Getäuscht{through} zu {hits} von {digits}{within}</translation>
    </message>
    <message>
        <source>Fooled{through}: {now}, {sizes}, best step {step:,} of {steps:,}.</source>
        <translation>Getäuscht{through}: {now}, {sizes}, bester Schritt {step:,} von {steps:,}.</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>How well it reads was not measured.</source>
        <translation>Wie gut es liest, wurde nicht gemessen.</translation>
    </message>
    <message>
        <source>It begins at {where}.</source>
        <translation>Er beginnt bei {where}.</translation>
    </message>
    <message>
        <source>It is less sure of it than was asked</source>
        <translation>Es ist sich weniger sicher als verlangt</translation>
    </message>
    <message>
        <source>It leaves the lines, so it does not count: erase some.</source>
        <translation>Sie verlässt die Linien und zählt darum nicht: etwas wegradieren.</translation>
    </message>
    <message>
        <source>Made by {attack} on {network}.</source>
        <translation>Gemacht mit {attack} an {network}.</translation>
    </message>
    <message>
        <source>Made from an earlier drawing, by {attack} on {network}.</source>
        <translation>Gemacht aus einer früheren Zeichnung, mit {attack} an {network}.</translation>
    </message>
    <message>
        <source>Made on another network than the one in use, on {network}, by {attack}.</source>
        <translation>Gemacht an einem anderen Netz als dem jetzigen, an {network}, mit {attack}.</translation>
    </message>
    <message>
        <source>Made with another defence than now, by {attack} on {network}.</source>
        <translation>Gemacht mit einer anderen Verteidigung als jetzt, mit {attack} an {network}.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Neither of the two runs fools its network.</source>
        <translation>Keiner der beiden Läufe täuscht sein Netz.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>No run is kept yet. Every attack that you make is kept here when it has ended, and you can go back to it with everything as it stood.</source>
        <translation>Noch ist kein Lauf aufbewahrt. Jeder Angriff wird nach seinem Ende hier aufbewahrt, und man kann zu ihm zurückkehren, mit allem, wie es stand.</translation>
    </message>
    <message>
        <source>No run is kept yet: attack the drawing first.</source>
        <translation>Noch ist kein Lauf aufbewahrt: erst die Zeichnung angreifen.</translation>
    </message>
    <message>
        <source>No stroke is changed at this step.</source>
        <translation>Bei diesem Schritt ist kein Strich verändert.</translation>
    </message>
    <message>
        <source>Not fooled{through}{within}: {now}, a wrong class but not {goal}.</source>
        <translation>Nicht getäuscht{through}{within}: {now}, eine falsche Klasse, aber nicht {goal}.</translation>
    </message>
    <message>
        <source>Not fooled{through}{within}: {now}, as before.</source>
        <translation>Nicht getäuscht{through}{within}: {now}, wie zuvor.</translation>
    </message>
    <message>
        <source>Nothing drawn yet.</source>
        <translation>Noch nichts gezeichnet.</translation>
    </message>
    <message>
        <source>Only what your own hand draws counts.</source>
        <translation>Nur das von Hand Gezeichnete zählt.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Paint the region that may change first: it is empty.</source>
        <translation>Erst den Bereich malen, der sich ändern darf: Er ist leer.</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Reads step {step:,} as {label}.</source>
        <translation>Liest Schritt {step:,} als {label}.</translation>
    </message>
    <message>
        <source>Reads the drawing as {label}.</source>
        <translation>Liest die Zeichnung als {label}.</translation>
    </message>
    <message>
        <source>Reads {figures}.</source>
        <translation>Liest {figures}.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}.</source>
        <translation>Zeile {row}, Spalte {column}.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: original {original} {sign} {change} = adversarial {adversarial}, thresholded {thresholded}.</source>
        <translation>Zeile {row}, Spalte {column}: Original {original} {sign} {change} = gegnerisch {adversarial}, mit Schwelle {thresholded}.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: original {original}.</source>
        <translation>Zeile {row}, Spalte {column}: Original {original}.</translation>
    </message>
    <message>
        <source>Run {hit} fools its network, and run {missed} does not.</source>
        <translation>Lauf {hit} täuscht sein Netz, Lauf {missed} nicht.</translation>
    </message>
    <message>
        <source>Run {numbers} is deleted.</source>
        <translation>Lauf {numbers} ist gelöscht.</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>Lauf {number}</translation>
    </message>
    <message>
        <source>Run {number}: {title}, {aim}, {verdict}, against {network}.</source>
        <translation>Lauf {number}: {title}, {aim}, {verdict}, gegen {network}.</translation>
    </message>
    <message>
        <source>Run {number}: {title}, {aim}, {verdict}.</source>
        <translation>Lauf {number}: {title}, {aim}, {verdict}.</translation>
    </message>
    <message>
        <source>Runs {numbers} are deleted.</source>
        <translation>Die Läufe {numbers} sind gelöscht.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Step {step:,}</source>
        <translation>Schritt {step:,}</translation>
    </message>
    <message>
        <source>Step {step:,} of {steps:,}</source>
        <translation>Schritt {step:,} von {steps:,}</translation>
    </message>
    <message>
        <source>Stopped after {steps}.</source>
        <translation>Angehalten, {steps} weit.</translation>
    </message>
    <message>
        <source>Stopping; the best step so far is kept.</source>
        <translation>Wird angehalten; der bisher beste Schritt bleibt.</translation>
    </message>
    <message>
        <source>Ten sigmoid activations: they need not sum to one.</source>
        <translation>Zehn Sigmoid-Aktivierungen: Sie ergeben zusammen nicht unbedingt eins.</translation>
    </message>
    <message>
        <source>That run is not kept any more.</source>
        <translation>Dieser Lauf ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>That says little of how robust it is.</source>
        <translation>Das sagt wenig darüber, wie robust es ist.</translation>
    </message>
    <message>
        <source>That says nothing of how robust it is.</source>
        <translation>Das sagt nichts darüber, wie robust es ist.</translation>
    </message>
    <message>
        <source>The adversarial image of run {number} is on the sheet; undo brings your drawing back.</source>
        <translation>Das gegnerische Bild von Lauf {number} ist auf dem Blatt; Rückgängig bringt die Zeichnung zurück.</translation>
    </message>
    <message>
        <source>The attack gives no sign of life; Esc ends it and keeps its best step.</source>
        <translation>Der Angriff gibt kein Lebenszeichen; Esc beendet ihn und behält seinen besten Schritt.</translation>
    </message>
    <message>
        <source>The attack shown was made against another network.</source>
        <translation>Der gezeigte Angriff galt einem anderen Netz.</translation>
    </message>
    <message>
        <source>The attack shown was made on an earlier drawing.</source>
        <translation>Der gezeigte Angriff galt einer früheren Zeichnung.</translation>
    </message>
    <message>
        <source>The attack shown was made with another defence.</source>
        <translation>Der gezeigte Angriff galt einer anderen Verteidigung.</translation>
    </message>
    <message>
        <source>The attack toward {goal} is shown as it was made; the button Attack makes it anew.</source>
        <translation>Der Angriff zur {goal} wird gezeigt, wie er gemacht wurde; die Schaltfläche Angreifen macht ihn neu.</translation>
    </message>
    <message>
        <source>The attack {name} needs to see {needed}, and the attacker sees {seen}.</source>
        <translation>Der Angriff {name} muss {needed} sehen, und der Angreifer sieht {seen}.</translation>
    </message>
    <message>
        <source>The drawing of the last time could not be given back, and was set aside: {error}</source>
        <translation>Die Zeichnung vom letzten Mal ließ sich nicht zurückgeben und wurde beiseitegelegt: {error}</translation>
    </message>
    <message>
        <source>The folder is made, for {names}.</source>
        <translation>Der Ordner wird angelegt, für {names}.</translation>
    </message>
    <message>
        <source>The network already reads it as {label}; click another digit to attack it toward that.</source>
        <translation>Das Netz liest sie schon als {label}; eine andere Ziffer anklicken, um sie zu dieser hin anzugreifen.</translation>
    </message>
    <message>
        <source>The network already reads {digit}, so there is nothing to attack.</source>
        <translation>Das Netz liest schon {digit}, darum gibt es nichts anzugreifen.</translation>
    </message>
    <message>
        <source>The next attack goes through {defences}.</source>
        <translation>Der nächste Angriff geht durch {defences}.</translation>
    </message>
    <message>
        <source>The next attack is made unaware of {defences}.</source>
        <translation>Der nächste Angriff geschieht ohne Kenntnis von {defences}.</translation>
    </message>
    <message>
        <source>The run is back.</source>
        <translation>Der Lauf ist wieder da.</translation>
    </message>
    <message>
        <source>The saved image is not the one that was judged; nothing was saved.</source>
        <translation>Das gespeicherte Bild ist nicht das beurteilte; nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>The sheet is full: no file could hold more strokes. Undo some, or press New.</source>
        <translation>Das Blatt ist voll: Mehr Striche fasst keine Datei. Einige rückgängig machen oder Neu drücken.</translation>
    </message>
    <message>
        <source>The two runs were made against different networks, so that their distances tell as much of the networks as of the attacks.</source>
        <translation>Die beiden Läufe galten verschiedenen Netzen, sodass ihre Abstände ebenso viel über die Netze sagen wie über die Angriffe.</translation>
    </message>
    <message>
        <source>The two runs were made on different drawings, so that their distances do not tell which attack is the better one.</source>
        <translation>Die beiden Läufe galten verschiedenen Zeichnungen, sodass ihre Abstände nicht sagen, welcher Angriff der bessere ist.</translation>
    </message>
    <message>
        <source>The {count} runs are back.</source>
        <translation>Die {count} Läufe sind wieder da.</translation>
    </message>
    <message>
        <source>There are no strokes to change: draw a digit.</source>
        <translation>Es gibt keine Striche zu verändern: eine Ziffer zeichnen.</translation>
    </message>
    <message>
        <source>There is no attack {name!r}.</source>
        <translation>Es gibt keinen Angriff {name!r}.</translation>
    </message>
    <message>
        <source>There is no defence {name!r}.</source>
        <translation>Es gibt keine Verteidigung {name!r}.</translation>
    </message>
    <message>
        <source>There is nothing to attack yet: draw a digit first.</source>
        <translation>Noch gibt es nichts anzugreifen: erst eine Ziffer zeichnen.</translation>
    </message>
    <message>
        <source>This attack always does as much as it takes.</source>
        <translation>Dieser Angriff tut immer so viel wie nötig.</translation>
    </message>
    <message>
        <source>This attack changes strokes, and there are none or too many: draw the digit, or take one of the gallery.</source>
        <translation>Dieser Angriff verändert Striche, und es gibt keine oder zu viele: die Ziffer zeichnen oder eine der Galerie nehmen.</translation>
    </message>
    <message>
        <source>This attack does not ask how sure the network is.</source>
        <translation>Dieser Angriff fragt nicht, wie sicher sich das Netz ist.</translation>
    </message>
    <message>
        <source>This attack has no budget: it keeps its change small.</source>
        <translation>Dieser Angriff hat kein Budget: Er hält seine Änderung klein.</translation>
    </message>
    <message>
        <source>This is the first run that is kept.</source>
        <translation>Das ist der erste aufbewahrte Lauf.</translation>
    </message>
    <message>
        <source>This is the last run that is kept.</source>
        <translation>Das ist der letzte aufbewahrte Lauf.</translation>
    </message>
    <message>
        <source>This saves the images of the run that is shown. The drawing and all runs are saved by “Save session” in the File menu.</source>
        <translation>Dies speichert die Bilder des gezeigten Laufs. Die Zeichnung und alle Läufe speichert „Sitzung speichern“ im Menü Datei.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Unaware of {defences}: behind it the network {reads}.</source>
        <translation>Ohne Kenntnis von {defences}: Das Netz dahinter {reads}.</translation>
    </message>
    <message>
        <source>When it has ended, you can draw over it.</source>
        <translation>Nach seinem Ende lässt er sich nachzeichnen.</translation>
    </message>
    <message>
        <source>Your own drawing is read as {label}: a wrong class, but not {digit}.</source>
        <translation>Die eigene Zeichnung wird als {label} gelesen: eine falsche Klasse, aber nicht {digit}.</translation>
    </message>
    <message>
        <source>Your own drawing is read as {label}: fooled by hand.</source>
        <translation>Die eigene Zeichnung wird als {label} gelesen: von Hand getäuscht.</translation>
    </message>
    <message>
        <source>Your own drawing is read as {label}: not fooled.</source>
        <translation>Die eigene Zeichnung wird als {label} gelesen: nicht getäuscht.</translation>
    </message>
    <message>
        <source>Your own drawing is read as {label}: not fooled; {goal} has {share}.</source>
        <translation>Die eigene Zeichnung wird als {label} gelesen: nicht getäuscht; {goal} hat {share}.</translation>
    </message>
    <message>
        <source>a {digit}</source>
        <translation>eine {digit}</translation>
    </message>
    <message>
        <source>advgui ended abruptly the last time. Here is your drawing; undo takes it away.</source>
        <translation>advgui endete beim letzten Mal plötzlich. Hier ist die Zeichnung; Rückgängig nimmt sie weg.</translation>
    </message>
    <message>
        <source>already {digit}</source>
        <translation>schon {digit}</translation>
    </message>
    <message>
        <source>an {digit}</source>
        <translation>eine {digit}</translation>
    </message>
    <message>
        <source>as it takes</source>
        <translation>wie nötig</translation>
    </message>
    <message>
        <source>aware of the defence</source>
        <translation>in Kenntnis der Verteidigung</translation>
    </message>
    <message>
        <source>away from {label}</source>
        <translation>weg von {label}</translation>
    </message>
    <message>
        <source>behind the defence: {label}</source>
        <translation>hinter der Verteidigung: {label}</translation>
    </message>
    <message>
        <source>confidence {confidence:g}</source>
        <translation>Zuversicht {confidence:g}</translation>
    </message>
    <message>
        <source>could not move</source>
        <translation>ohne Fortschritt</translation>
    </message>
    <message>
        <source>fooled</source>
        <translation>getäuscht</translation>
    </message>
    <message>
        <source>fooled toward {hits} of {lanes}</source>
        <translation>getäuscht zu {hits} von {lanes}</translation>
    </message>
    <message>
        <source>fooled, {size}</source>
        <translation>getäuscht, {size}</translation>
    </message>
    <message>
        <source>fooled: read as {goal}</source>
        <translation>getäuscht: gelesen als {goal}</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>keine Änderung</translation>
    </message>
    <message>
        <source>no image to start from</source>
        <translation>kein Bild zum Beginnen</translation>
    </message>
    <message>
        <source>no image was found to start from that the network reads as wanted</source>
        <translation>es fand sich kein Bild zum Beginnen, das das Netz wie gewünscht liest</translation>
    </message>
    <message>
        <source>no pixel is left that would help</source>
        <translation>kein Pixel ist übrig, das helfen würde</translation>
    </message>
    <message>
        <source>no pixel would help</source>
        <translation>kein Pixel würde helfen</translation>
    </message>
    <message>
        <source>none</source>
        <comment>budget</comment>
        <translation>keines</translation>
    </message>
    <message>
        <source>none: the smallest {norm}</source>
        <translation>keines: möglichst wenig {norm}</translation>
    </message>
    <message>
        <source>not aware of the defence</source>
        <translation>ohne Kenntnis der Verteidigung</translation>
    </message>
    <message>
        <source>not fooled</source>
        <translation>nicht getäuscht</translation>
    </message>
    <message>
        <source>not fooled{within}: still {label}</source>
        <translation>nicht getäuscht{within}: weiterhin {label}</translation>
    </message>
    <message>
        <source>not fooled{within}: still {label}, not {goal}</source>
        <translation>nicht getäuscht{within}: weiterhin {label}, nicht {goal}</translation>
    </message>
    <message>
        <source>not restored</source>
        <translation>nicht wiederhergestellt</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>nothing came nearer</source>
        <translation>nichts kam näher</translation>
    </message>
    <message>
        <source>nothing that was tried came any nearer</source>
        <translation>nichts, was versucht wurde, kam näher</translation>
    </message>
    <message>
        <source>off</source>
        <comment>setting</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <comment>setting</comment>
        <translation>an</translation>
    </message>
    <message>
        <source>read as {label} by {share}</source>
        <translation>gelesen als {label} mit {share}</translation>
    </message>
    <message>
        <source>reads {label} · {share}</source>
        <translation>liest {label} · {share}</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>Startwert {seed}</translation>
    </message>
    <message>
        <source>sees {what}</source>
        <translation>sieht {what}</translation>
    </message>
    <message>
        <source>step {step:,} of run {number}</source>
        <translation>Schritt {step:,} von Lauf {number}</translation>
    </message>
    <message>
        <source>the last step of run {number}</source>
        <translation>dem letzten Schritt von Lauf {number}</translation>
    </message>
    <message>
        <source>the network {reads}</source>
        <translation>das Netz {reads}</translation>
    </message>
    <message>
        <source>the network's slope is zero here, or too small to change a pixel</source>
        <translation>die Steigung des Netzes ist hier null oder zu klein, um ein Pixel zu ändern</translation>
    </message>
    <message>
        <source>the slope is zero</source>
        <translation>die Steigung ist null</translation>
    </message>
    <message>
        <source>threshold: {outcome}</source>
        <translation>Schwelle: {outcome}</translation>
    </message>
    <message>
        <source>toward any other digit</source>
        <translation>zu irgendeiner anderen Ziffer</translation>
    </message>
    <message>
        <source>toward {goal}</source>
        <translation>zur {goal}</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>wrong class: {label}, not {goal}</source>
        <translation>falsche Klasse: {label}, nicht {goal}</translation>
    </message>
    <message>
        <source>{count:,} digit</source>
        <translation>{count:,} Ziffer</translation>
    </message>
    <message>
        <source>{count:,} digits</source>
        <translation>{count:,} Ziffern</translation>
    </message>
    <message>
        <source>{count:,} image</source>
        <translation>{count:,} Bild</translation>
    </message>
    <message>
        <source>{count:,} images</source>
        <translation>{count:,} Bilder</translation>
    </message>
    <message>
        <source>{count:,} level</source>
        <translation>{count:,} Stufe</translation>
    </message>
    <message>
        <source>{count:,} levels</source>
        <translation>{count:,} Stufen</translation>
    </message>
    <message>
        <source>{count:,} network</source>
        <translation>{count:,} Netz</translation>
    </message>
    <message>
        <source>{count:,} networks</source>
        <translation>{count:,} Netze</translation>
    </message>
    <message>
        <source>{count:,} noise</source>
        <translation>{count:,} Rauschbild</translation>
    </message>
    <message>
        <source>{count:,} noises</source>
        <translation>{count:,} Rauschbildern</translation>
    </message>
    <message>
        <source>{count:,} other</source>
        <translation>{count:,} anderen</translation>
    </message>
    <message>
        <source>{count:,} others</source>
        <translation>{count:,} anderen</translation>
    </message>
    <message>
        <source>{count:,} pixel</source>
        <translation>{count:,} Pixel</translation>
    </message>
    <message>
        <source>{count:,} pixels</source>
        <translation>{count:,} Pixel</translation>
    </message>
    <message>
        <source>{count:,} queries</source>
        <translation>{count:,} Anfragen</translation>
    </message>
    <message>
        <source>{count:,} run</source>
        <translation>{count:,} Lauf</translation>
    </message>
    <message>
        <source>{count:,} runs</source>
        <translation>{count:,} Läufe</translation>
    </message>
    <message>
        <source>{count:,} step</source>
        <translation>{count:,} Schritt</translation>
    </message>
    <message>
        <source>{count:,} steps</source>
        <translation>{count:,} Schritte</translation>
    </message>
    <message>
        <source>{count} runs are deleted.</source>
        <translation>{count} Läufe sind gelöscht.</translation>
    </message>
    <message>
        <source>{label} toward every other digit</source>
        <translation>{label} zu jeder anderen Ziffer</translation>
    </message>
    <message>
        <source>{label} toward {goal}</source>
        <translation>{label} zur {goal}</translation>
    </message>
    <message>
        <source>{left}; fooled only as real numbers, not as an image</source>
        <translation>{left}; getäuscht nur als reelle Zahlen, nicht als Bild</translation>
    </message>
    <message>
        <source>{names} go into this folder; what else is in it stays.</source>
        <translation>{names} kommen in diesen Ordner; was sonst darin ist, bleibt.</translation>
    </message>
    <message>
        <source>{near} is nearer to the drawing in L2, {size:.2f} against {other:.2f}, but the two keep different norms small.</source>
        <translation>{near} ist der Zeichnung in L2 näher, {size:.2f} gegen {other:.2f}, aber die beiden halten verschiedene Normen klein.</translation>
    </message>
    <message>
        <source>{near} stays nearer to the drawing: {size} against {other}.</source>
        <translation>{near} bleibt näher an der Zeichnung: {size} gegen {other}.</translation>
    </message>
    <message>
        <source>{network} behind {defences}</source>
        <translation>{network} hinter {defences}</translation>
    </message>
    <message>
        <source>{network}, unaware of {defences}</source>
        <translation>{network}, ohne Kenntnis von {defences}</translation>
    </message>
    <message>
        <source>{path}: not the outcome of an attack.</source>
        <translation>{path}: nicht das Ergebnis eines Angriffs.</translation>
    </message>
    <message>
        <source>{pixels:.0f} px</source>
        <translation>{pixels:.0f} px</translation>
    </message>
    <message>
        <source>{pixels:.3g} pixel</source>
        <translation>{pixels:.3g} Pixel</translation>
    </message>
    <message>
        <source>{pixels:.3g} pixels</source>
        <translation>{pixels:.3g} Pixel</translation>
    </message>
    <message>
        <source>{pixels} left [0, 1]</source>
        <translation>{pixels} außerhalb von [0, 1]</translation>
    </message>
    <message>
        <source>{replaced}: is there already, and no {files} beside it says that advgui made it; choose another folder.</source>
        <translation>{replaced}: ist schon da, und keine {files} daneben sagt, dass advgui es gemacht hat; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{share} of MNIST's test set</source>
        <translation>{share} der Testziffern von MNIST</translation>
    </message>
    <message>
        <source>{share} of pen digits</source>
        <translation>{share} der Stiftziffern</translation>
    </message>
    <message>
        <source>{share} of the lines are drawn; read as {label} so far.</source>
        <translation>{share} der Linien sind gezeichnet; bisher gelesen als {label}.</translation>
    </message>
    <message>
        <source>{step:,} of {steps:,}</source>
        <translation>{step:,} von {steps:,}</translation>
    </message>
    <message>
        <source>{step} {aim} reads {label}</source>
        <translation>{step} {aim} liest {label}</translation>
    </message>
    <message>
        <source>{stuck}: {slope},
or {pixel};
of an attack without a slope, {nearer},
or {start}</source>
        <translation>{stuck}: {slope},
oder {pixel};
bei einem Angriff ohne Steigung: {nearer},
oder {start}</translation>
    </message>
    <message>
        <source>“{attack}” needs a goal: choose a digit to attack toward.</source>
        <translation>„{attack}“ braucht ein Ziel: eine Ziffer wählen, zu der hin angegriffen wird.</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
    <message>
        <source>“{title}” ({settings})</source>
        <translation>„{title}“ ({settings})</translation>
    </message>
    <message>
        <source>“{title}” begins by itself alone. Send the image to the sheet, to attack it from there as a drawing.</source>
        <translation>„{title}“ beginnt nur von selbst. Das Bild auf das Blatt schicken, um es von dort als Zeichnung anzugreifen.</translation>
    </message>
    <message>
        <source>“{title}” has no parameter {name}.</source>
        <translation>„{title}“ hat keinen Parameter {name}.</translation>
    </message>
</context>
<context>
    <name>lab/explanation</name>
    <message>
        <source>All this is of the network alone, which the attack was made on.</source>
        <translation>All dies gilt dem Netz allein, an dem der Angriff gemacht wurde.</translation>
    </message>
    <message>
        <source>Attack the drawing first: then this tells why so small a change fools the network, and why noise of the same length does not.</source>
        <translation>Erst die Zeichnung angreifen: Dann steht hier, warum eine so kleine Änderung das Netz täuscht und Rauschen gleicher Länge nicht.</translation>
    </message>
    <message>
        <source>Even at twice the change it stays {digit}.</source>
        <translation>Selbst bei doppelter Änderung bleibt es {digit}.</translation>
    </message>
    <message>
        <source>Looking at the slope, at a hundred noises and at the way to the adversarial image…</source>
        <translation>Steigung, hundert Rauschbilder und der Weg zum gegnerischen Bild werden betrachtet…</translation>
    </message>
    <message>
        <source>Many small changes all push the same way; noise pushes both ways and mostly cancels.</source>
        <translation>Viele kleine Änderungen schieben alle in dieselbe Richtung; Rauschen schiebt in beide und hebt sich meist auf.</translation>
    </message>
    <message>
        <source>Noise of the same length pushes for it here and against it there: {pushed:.1f} logits cancel to {left:.1f}.</source>
        <translation>Rauschen gleicher Länge schiebt hier dafür und dort dagegen: {pushed:.1f} Logits heben sich auf zu {left:.1f}.</translation>
    </message>
    <message>
        <source>None of {total} such noises (seed {seed}) fools the network.</source>
        <translation>Keines von {total} solchen Rauschbildern (Startwert {seed}) täuscht das Netz.</translation>
    </message>
    <message>
        <source>None of {total} such noises (seed {seed}) is read as {goal}.</source>
        <translation>Keines von {total} solchen Rauschbildern (Startwert {seed}) wird als {goal} gelesen.</translation>
    </message>
    <message>
        <source>The attack changed nothing.</source>
        <translation>Der Angriff hat nichts verändert.</translation>
    </message>
    <message>
        <source>The attack changes {pixels} by {mean:.2f} on average, {most:.2f} at most, but along the slope all of it adds up: to {along:.1f} logits for the {digit}, which was {missing:.1f} behind.</source>
        <translation>Der Angriff ändert {pixels} um im Mittel {mean:.2f}, höchstens {most:.2f}, aber entlang der Steigung summiert sich alles: auf {along:.1f} Logits für die {digit}, die um {missing:.1f} zurücklag.</translation>
    </message>
    <message>
        <source>The attack changes {pixels} by {mean:.2f} on average, {most:.2f} at most, but along the slope all of it adds up: to {along:.1f} of the {gained:.1f} logits that the {digit} gains. The rest comes as the network gets steeper on the way.</source>
        <translation>Der Angriff ändert {pixels} um im Mittel {mean:.2f}, höchstens {most:.2f}, aber entlang der Steigung summiert sich alles: auf {along:.1f} der {gained:.1f} Logits, die die {digit} gewinnt. Der Rest kommt, weil das Netz unterwegs steiler wird.</translation>
    </message>
    <message>
        <source>The attack changes {pixels} by {mean:.2f} on average, {most:.2f} at most. The slope at the drawing promises the {digit} only {along:.1f} of the {gained:.1f} logits that it gains: the network is steeper on the way than at the drawing.</source>
        <translation>Der Angriff ändert {pixels} um im Mittel {mean:.2f}, höchstens {most:.2f}. Die Steigung bei der Zeichnung verspricht der {digit} nur {along:.1f} der {gained:.1f} Logits, die sie gewinnt: Unterwegs ist das Netz steiler als bei der Zeichnung.</translation>
    </message>
    <message>
        <source>The attack is on its way; this tells why it fools once it has ended.</source>
        <translation>Der Angriff läuft; nach seinem Ende steht hier, warum er täuscht.</translation>
    </message>
    <message>
        <source>The first of {noises} of the same length, on the bytes, too: Gaussian, clipped to [0, 1] and rounded. The digit shows in it, as a pixel full of ink cannot take more, nor paper less.</source>
        <translation>Das erste von {noises} gleicher Länge, ebenfalls in Bytes: gaußsch, auf [0, 1] begrenzt und gerundet. Die Ziffer scheint durch, weil ein Pixel voller Tinte nicht mehr aufnehmen kann und Papier nicht weniger.</translation>
    </message>
    <message>
        <source>The label changes at {share:.0f} % of the change.</source>
        <translation>Die gelesene Ziffer wechselt bei {share:.0f} % der Änderung.</translation>
    </message>
    <message>
        <source>The network is not fooled: along the slope the change adds up to {along:.1f} logits for the {digit}, in truth to {gained:.1f}, and it was {missing:.1f} behind.</source>
        <translation>Das Netz ist nicht getäuscht: Entlang der Steigung summiert sich die Änderung auf {along:.1f} Logits für die {digit}, in Wahrheit auf {gained:.1f}, und sie lag um {missing:.1f} zurück.</translation>
    </message>
    <message>
        <source>The network's slope is zero here: no small change of a pixel changes its logits, so nothing adds up along it.</source>
        <translation>Die Steigung des Netzes ist hier null: Keine kleine Änderung eines Pixels ändert seine Logits, darum summiert sich nichts entlang ihr.</translation>
    </message>
    <message>
        <source>There is no true slope through {defences}: shown is what an attacker takes in its place.</source>
        <translation>Durch {defences} gibt es keine wahre Steigung: Gezeigt ist, was ein Angreifer an ihrer Stelle nimmt.</translation>
    </message>
    <message>
        <source>What more ink in a pixel does to the lead of {toward} over {over}: red raises it and blue lowers it, by {steepest:.2g} logits at most for a pixel from white to black. Pixels are real numbers here.</source>
        <translation>Was mehr Tinte in einem Pixel am Vorsprung von {toward} vor {over} ändert: Rot erhöht ihn, Blau senkt ihn, um höchstens {steepest:.2g} Logits für ein Pixel von Weiß nach Schwarz. Pixel sind hier reelle Zahlen.</translation>
    </message>
    <message>
        <source>What the attack changed, on the bytes: L2 {length:.2f}. Colours mean the same as in the noise beside it.</source>
        <translation>Was der Angriff geändert hat, in Bytes: L2 {length:.2f}. Farben bedeuten dasselbe wie im Rauschen daneben.</translation>
    </message>
    <message>
        <source>reads {label}</source>
        <translation>liest {label}</translation>
    </message>
    <message>
        <source>toward {goal}</source>
        <translation>zur {goal}</translation>
    </message>
    <message>
        <source>{count} of {total} such noises (seed {seed}) are read as {goal}.</source>
        <translation>{count} von {total} solchen Rauschbildern (Startwert {seed}) werden als {goal} gelesen.</translation>
    </message>
    <message>
        <source>{count} of {total} such noises (seed {seed}) fool the network.</source>
        <translation>{count} von {total} solchen Rauschbildern (Startwert {seed}) täuschen das Netz.</translation>
    </message>
    <message>
        <source>{why} So there is only the slope to be seen.</source>
        <translation>{why} Darum ist nur die Steigung zu sehen.</translation>
    </message>
</context>
<context>
    <name>lab/export</name>
    <message>
        <source>A command attacks toward one digit; as Python all of them are attacked at once.</source>
        <translation>Ein Befehl greift zu einer Ziffer hin an; als Python werden alle zugleich angegriffen.</translation>
    </message>
    <message>
        <source>A network is fooled where it reads the exact 8-bit image that is shown here as something else.</source>
        <translation>Ein Netz ist getäuscht, wenn es genau das hier gezeigte 8-Bit-Bild als etwas anderes liest.</translation>
    </message>
    <message>
        <source>Adversarial</source>
        <translation>Gegnerisch</translation>
    </message>
    <message>
        <source>As Python</source>
        <translation>Als Python</translation>
    </message>
    <message>
        <source>As a command</source>
        <translation>Als Befehl</translation>
    </message>
    <message>
        <source>Attacks on handwritten digits</source>
        <translation>Angriffe auf handgeschriebene Ziffern</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>Bester Schritt</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Fooled</source>
        <translation>Getäuscht</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>It began at the image of another run, which is possible toward one digit alone.</source>
        <translation>Er begann beim Bild eines anderen Laufs, was nur zu einer einzigen Ziffer hin geht.</translation>
    </message>
    <message>
        <source>It has not ended.</source>
        <translation>Er ist nicht zu Ende.</translation>
    </message>
    <message>
        <source>Its network does not ship with advgui: save the session, and advgui replay makes it again.</source>
        <translation>Sein Netz gehört nicht zu advgui: die Sitzung speichern, dann macht advgui replay ihn noch einmal.</translation>
    </message>
    <message>
        <source>Made with advgui {version}.</source>
        <translation>Gemacht mit advgui {version}.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Run {number}: {title}</source>
        <translation>Lauf {number}: {title}</translation>
    </message>
    <message>
        <source>Runs of advgui</source>
        <translation>Läufe von advgui</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>This run was stopped; a command would go on to its end.</source>
        <translation>Dieser Lauf wurde angehalten; ein Befehl liefe bis zum Ende.</translation>
    </message>
    <message>
        <source>Thresholded</source>
        <translation>Mit Schwelle</translation>
    </message>
    <message>
        <source>What was learned once is worn from its file: save it, and name it by --artefact.</source>
        <translation>Einmal Gelerntes wird aus seiner Datei getragen: es speichern und mit --artefact nennen.</translation>
    </message>
    <message>
        <source>any other</source>
        <translation>irgendeine andere</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>toward every other digit</source>
        <translation>zu jeder anderen Ziffer</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{pixels} of {all} changed.</source>
        <translation>{pixels} von {all} geändert.</translation>
    </message>
</context>
<context>
    <name>lab/sessions</name>
    <message>
        <source>All is back as it was: {words}.</source>
        <translation>Alles ist wieder, wie es war: {words}.</translation>
    </message>
    <message>
        <source>Another image than was kept.</source>
        <translation>Ein anderes Bild als das aufbewahrte.</translation>
    </message>
    <message>
        <source>It says that {told} was read, and the network {network} reads {label}: that may be another network.</source>
        <translation>Dort steht, dass {told} gelesen wurde, und das Netz {network} liest {label}: Das ist vielleicht ein anderes Netz.</translation>
    </message>
    <message>
        <source>Its steps were not saved with it.</source>
        <translation>Seine Schritte wurden nicht mit gespeichert.</translation>
    </message>
    <message>
        <source>Opening this session closes the present one, and {lost} in it are not saved.</source>
        <translation>Das Öffnen dieser Sitzung schließt die jetzige, und darin nicht gespeichert: {lost}.</translation>
    </message>
    <message>
        <source>Opening this session closes the present one, and {lost} in it is not saved.</source>
        <translation>Das Öffnen dieser Sitzung schließt die jetzige, und darin nicht gespeichert: {lost}.</translation>
    </message>
    <message>
        <source>The same bytes, for every goal.</source>
        <translation>Dieselben Bytes, für jedes Ziel.</translation>
    </message>
    <message>
        <source>The same bytes.</source>
        <translation>Dieselben Bytes.</translation>
    </message>
    <message>
        <source>The session is open, with {words}.</source>
        <translation>Die Sitzung ist offen: {words}.</translation>
    </message>
    <message>
        <source>The strokes that were attacked are not in it, so it cannot be made again.</source>
        <translation>Die angegriffenen Striche sind nicht darin, darum lässt er sich nicht noch einmal machen.</translation>
    </message>
    <message>
        <source>a drawing</source>
        <translation>eine Zeichnung</translation>
    </message>
    <message>
        <source>a session of a newer advgui than this</source>
        <translation>eine Sitzung eines neueren advgui als dieses</translation>
    </message>
    <message>
        <source>a session of more than {most:,} runs</source>
        <translation>eine Sitzung mit mehr als {most:,} Läufen</translation>
    </message>
    <message>
        <source>a session of more than {most} MB</source>
        <translation>eine Sitzung mit mehr als {most} MB</translation>
    </message>
    <message>
        <source>a session of more than {most} MB, unpacked</source>
        <translation>eine Sitzung mit mehr als {most} MB, entpackt</translation>
    </message>
    <message>
        <source>a session that has two parts of one name</source>
        <translation>eine Sitzung mit zwei Teilen desselben Namens</translation>
    </message>
    <message>
        <source>a session whose {name} has more than {most} MB</source>
        <translation>eine Sitzung, deren {name} mehr als {most} MB hat</translation>
    </message>
    <message>
        <source>a session whose {name} is packed in a way that is not read</source>
        <translation>eine Sitzung, deren {name} auf nicht lesbare Weise gepackt ist</translation>
    </message>
    <message>
        <source>advgui ended abruptly the last time. It can give back what there was: {words}.</source>
        <translation>advgui endete beim letzten Mal plötzlich. Es kann zurückgeben, was da war: {words}.</translation>
    </message>
    <message>
        <source>away from {label}</source>
        <translation>weg von {label}</translation>
    </message>
    <message>
        <source>it has not an image for each goal to begin at</source>
        <translation>er hat nicht für jedes Ziel ein Bild zum Beginnen</translation>
    </message>
    <message>
        <source>it has not as many outcomes as goals</source>
        <translation>er hat nicht so viele Ergebnisse wie Ziele</translation>
    </message>
    <message>
        <source>it was made at {made}, no time</source>
        <translation>er wurde um {made} gemacht, keine Zeit</translation>
    </message>
    <message>
        <source>its drawing</source>
        <translation>ihre Zeichnung</translation>
    </message>
    <message>
        <source>its drawing has a damaged image</source>
        <translation>ihre Zeichnung hat ein beschädigtes Bild</translation>
    </message>
    <message>
        <source>its drawing has more than {points:,} points</source>
        <translation>ihre Zeichnung hat mehr als {points:,} Punkte</translation>
    </message>
    <message>
        <source>its drawing has more than {strokes:,} strokes</source>
        <translation>ihre Zeichnung hat mehr als {strokes:,} Striche</translation>
    </message>
    <message>
        <source>its drawing has strokes that are not there</source>
        <translation>ihre Zeichnung hat Striche, die nicht da sind</translation>
    </message>
    <message>
        <source>its drawing has {problems}</source>
        <translation>ihre Zeichnung hat {problems}</translation>
    </message>
    <message>
        <source>its goals are {goals}, no digits</source>
        <translation>seine Ziele sind {goals}, keine Ziffern</translation>
    </message>
    <message>
        <source>its network {network} is not the one that was saved</source>
        <translation>ihr Netz {network} ist nicht das gespeicherte</translation>
    </message>
    <message>
        <source>its network {network}: {error}</source>
        <translation>ihr Netz {network}: {error}</translation>
    </message>
    <message>
        <source>its region is no picture of 28 x 28 signs</source>
        <translation>sein Bereich ist kein Bild aus 28 x 28 Zeichen</translation>
    </message>
    <message>
        <source>its runs are not in their order</source>
        <translation>ihre Läufe sind nicht in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>its steps are not in their order</source>
        <translation>seine Schritte sind nicht in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>its steps are not of these strokes</source>
        <translation>seine Schritte gehören nicht zu diesen Strichen</translation>
    </message>
    <message>
        <source>its steps are of an unknown kind</source>
        <translation>seine Schritte sind von unbekannter Art</translation>
    </message>
    <message>
        <source>its steps do not tell how far strokes could be bent</source>
        <translation>seine Schritte sagen nicht, wie weit Striche gebogen werden durften</translation>
    </message>
    <message>
        <source>its steps have no {name}</source>
        <translation>seine Schritte haben kein {name}</translation>
    </message>
    <message>
        <source>its steps have too many numbers</source>
        <translation>seine Schritte haben zu viele Zahlen</translation>
    </message>
    <message>
        <source>its steps have {name} of another shape</source>
        <translation>seine Schritte haben {name} von anderer Form</translation>
    </message>
    <message>
        <source>its steps have {name} that are no numbers</source>
        <translation>seine Schritte haben {name}, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>its strokes</source>
        <translation>seine Striche</translation>
    </message>
    <message>
        <source>neither true nor false</source>
        <translation>weder wahr noch falsch</translation>
    </message>
    <message>
        <source>no list of up to {most:,}</source>
        <translation>keine Liste von bis zu {most:,}</translation>
    </message>
    <message>
        <source>no number from {least:g} to {most:g}</source>
        <translation>keine Zahl von {least:g} bis {most:g}</translation>
    </message>
    <message>
        <source>no session of advgui</source>
        <translation>keine Sitzung von advgui</translation>
    </message>
    <message>
        <source>no session, as it holds {name}</source>
        <translation>keine Sitzung, da {name} darin ist</translation>
    </message>
    <message>
        <source>no ten confidences</source>
        <translation>keine zehn Zuversichten</translation>
    </message>
    <message>
        <source>no text of up to {longest} letters</source>
        <translation>kein Text von bis zu {longest} Buchstaben</translation>
    </message>
    <message>
        <source>no whole number from {least:,} to {most:,}</source>
        <translation>keine ganze Zahl von {least:,} bis {most:,}</translation>
    </message>
    <message>
        <source>none of {choices}</source>
        <translation>nichts von {choices}</translation>
    </message>
    <message>
        <source>not a complete session</source>
        <translation>keine vollständige Sitzung</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>run {number}</source>
        <translation>Lauf {number}</translation>
    </message>
    <message>
        <source>run {number}: it has no goal number {selected}</source>
        <translation>Lauf {number}: er hat kein Ziel Nummer {selected}</translation>
    </message>
    <message>
        <source>the drawing</source>
        <translation>die Zeichnung</translation>
    </message>
    <message>
        <source>the image that it was drawn on is damaged</source>
        <translation>das Bild, auf das gezeichnet wurde, ist beschädigt</translation>
    </message>
    <message>
        <source>the network {network} ships with other weights in this advgui</source>
        <translation>das Netz {network} hat in diesem advgui andere Gewichte</translation>
    </message>
    <message>
        <source>toward {goals}</source>
        <translation>zu {goals}</translation>
    </message>
    <message>
        <source>what is told of it</source>
        <translation>was darüber gesagt ist</translation>
    </message>
    <message>
        <source>what it holds</source>
        <translation>der Inhalt</translation>
    </message>
    <message>
        <source>{attack} {aim}, on {network}</source>
        <translation>{attack} {aim}, an {network}</translation>
    </message>
    <message>
        <source>{folder}: cannot be written ({strerror}).</source>
        <translation>{folder}: kann nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>{head}: its region is no picture of {size} x {size} signs</source>
        <translation>{head}: ihr Bereich ist kein Bild aus {size} x {size} Zeichen</translation>
    </message>
    <message>
        <source>{head}: more than {most} places are looked at</source>
        <translation>{head}: mehr als {most} Stellen werden betrachtet</translation>
    </message>
    <message>
        <source>{head}: runs has {row}, which tells of none</source>
        <translation>{head}: runs hat {row}, was keinen beschreibt</translation>
    </message>
    <message>
        <source>{images} of {all} changed.</source>
        <translation>{images} von {all} geändert.</translation>
    </message>
    <message>
        <source>{incomplete}: it lacks {name}</source>
        <translation>{incomplete}: {name} fehlt</translation>
    </message>
    <message>
        <source>{name} is open as a run.</source>
        <translation>{name} ist als Lauf offen.</translation>
    </message>
    <message>
        <source>{name}: its network “{network}” is not on offer here; open that first.</source>
        <translation>{name}: das Netz „{network}“ ist hier nicht vorhanden; es zuerst öffnen.</translation>
    </message>
    <message>
        <source>{name}: this session has more than {most} MB; delete some of its runs first.</source>
        <translation>{name}: Diese Sitzung hat mehr als {most} MB; erst einige ihrer Läufe löschen.</translation>
    </message>
    <message>
        <source>{place} is {error}</source>
        <translation>{place} ist {error}</translation>
    </message>
    <message>
        <source>{place} is {value}, no object</source>
        <translation>{place} ist {value}, kein Objekt</translation>
    </message>
    <message>
        <source>{place}: its network {network} is not in the session</source>
        <translation>{place}: sein Netz {network} ist nicht in der Sitzung</translation>
    </message>
    <message>
        <source>{place}: {name} is {value}, {why}</source>
        <translation>{place}: {name} ist {value}, {why}</translation>
    </message>
</context>
<context>
    <name>ui/explanation</name>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Zuversicht</translation>
    </message>
    <message>
        <source>Confidences along the change and along the noise</source>
        <translation>Zuversichten entlang der Änderung und entlang des Rauschens</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Steigung</translation>
    </message>
    <message>
        <source>The line stands at the place whose figures are above; pull it along.</source>
        <translation>Die Linie steht an der Stelle, deren Werte oben stehen; sie lässt sich ziehen.</translation>
    </message>
    <message>
        <source>The line stands where the label changes, until you pull it; above are the figures there.</source>
        <translation>Die Linie steht, wo die gelesene Ziffer wechselt, bis man sie zieht; oben stehen die Werte dort.</translation>
    </message>
    <message>
        <source>The slope, the perturbation and noise</source>
        <translation>Die Steigung, die Störung und Rauschen</translation>
    </message>
    <message>
        <source>The way from the drawing to the adversarial image appears here</source>
        <translation>Der Weg von der Zeichnung zum gegnerischen Bild erscheint hier</translation>
    </message>
    <message>
        <source>Way %</source>
        <translation>Weg %</translation>
    </message>
    <message>
        <source>Why it fools</source>
        <translation>Warum es täuscht</translation>
    </message>
    <message>
        <source>{place:.0f} % of the change</source>
        <translation>{place:.0f} % der Änderung</translation>
    </message>
    <message>
        <source>{read} along the change</source>
        <translation>{read} entlang der Änderung</translation>
    </message>
    <message>
        <source>{read} along the noise</source>
        <translation>{read} entlang des Rauschens</translation>
    </message>
    <message>
        <source>{read}, with noise</source>
        <translation>{read}, mit Rauschen</translation>
    </message>
    <message>
        <source>{share}: the label changes here</source>
        <translation>{share}: Hier wechselt die Ziffer</translation>
    </message>
    <message>
        <source>{toward} along the change</source>
        <translation>{toward} entlang der Änderung</translation>
    </message>
</context>
<context>
    <name>ui/guide</name>
    <message>
        <source>The guide is in English, all but the glossary.</source>
        <translation>Das Handbuch ist auf Englisch, bis auf das Glossar.</translation>
    </message>
</context>
<context>
    <name>ui/language</name>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>From its next start on, the window speaks the system's language.</source>
        <translation>Vom nächsten Start an spricht das Fenster die Sprache des Systems.</translation>
    </message>
    <message>
        <source>From its next start on, the window speaks {language}.</source>
        <translation>Vom nächsten Start an spricht das Fenster {language}.</translation>
    </message>
    <message>
        <source>The language of the window, from its next start on</source>
        <translation>Die Sprache des Fensters, vom nächsten Start an</translation>
    </message>
</context>
<context>
    <name>ui/runs</name>
    <message>
        <source>A double click goes back to it, with everything as it stood.</source>
        <translation>Ein Doppelklick kehrt zu ihm zurück, mit allem, wie es stand.</translation>
    </message>
    <message>
        <source>Attack from the step that is looked at, and stay near the same original; where this run is shown, with the settings that stand now</source>
        <translation>Vom betrachteten Schritt aus angreifen und nahe am selben Original bleiben; wird dieser Lauf gezeigt, mit den jetzigen Einstellungen</translation>
    </message>
    <message>
        <source>Attack on from the last step, toward the same</source>
        <translation>Vom letzten Schritt aus weiter angreifen, zum selben Ziel</translation>
    </message>
    <message>
        <source>Choose a run first.</source>
        <translation>Erst einen Lauf wählen.</translation>
    </message>
    <message>
        <source>Choose two runs first: click one, and click the other while you hold Ctrl.</source>
        <translation>Erst zwei Läufe wählen: einen anklicken, den anderen mit gehaltener Strg-Taste.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Zuversicht</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Course of both runs</source>
        <translation>Verlauf beider Läufe</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the runs that are chosen; Undo has them back</source>
        <translation>Die gewählten Läufe löschen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <source>Drawing, network, attack and its settings stand as they stood for this run</source>
        <translation>Zeichnung, Netz, Angriff und Einstellungen stehen, wie sie für diesen Lauf standen</translation>
    </message>
    <message>
        <source>Figures of both runs</source>
        <translation>Werte beider Läufe</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Abzweigen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Goal that is compared</source>
        <translation>Verglichenes Ziel</translation>
    </message>
    <message>
        <source>Have what was deleted back, pinned as it was</source>
        <translation>Das Gelöschte zurückholen, angeheftet wie zuvor</translation>
    </message>
    <message>
        <source>It stays deleted, and takes no room</source>
        <translation>Es bleibt gelöscht und braucht keinen Platz</translation>
    </message>
    <message>
        <source>Keep what is chosen to compare it; two can be pinned</source>
        <translation>Das Gewählte zum Vergleichen festhalten; zwei lassen sich anheften</translation>
    </message>
    <message>
        <source>Original, adversarial image and perturbation; L2 {l2:.2f}.</source>
        <translation>Original, gegnerisches Bild und Störung; L2 {l2:.2f}.</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Runs that are kept, the newest first</source>
        <translation>Aufbewahrte Läufe, der neueste zuerst</translation>
    </message>
    <message>
        <source>See two runs side by side: those that are chosen, or else the pinned ones</source>
        <translation>Zwei Läufe nebeneinander sehen: die gewählten, sonst die angehefteten</translation>
    </message>
    <message>
        <source>Smallest change (DDN)</source>
        <translation>Kleinste Änderung (DDN)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>The adversarial image becomes the drawing; undo takes it away</source>
        <translation>Das gegnerische Bild wird zur Zeichnung; Rückgängig nimmt es weg</translation>
    </message>
    <message>
        <source>The steps of both runs appear here</source>
        <translation>Die Schritte beider Läufe erscheinen hier</translation>
    </message>
    <message>
        <source>To the sheet</source>
        <translation>Aufs Blatt</translation>
    </message>
    <message>
        <source>Two runs can be pinned at most: choose one or two.</source>
        <translation>Höchstens zwei Läufe lassen sich anheften: einen oder zwei wählen.</translation>
    </message>
    <message>
        <source>Two runs compared</source>
        <translation>Zwei Läufe im Vergleich</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Whole runs</source>
        <translation>Ganze Läufe</translation>
    </message>
    <message>
        <source>confidence of the {digit}</source>
        <translation>Zuversicht der {digit}</translation>
    </message>
    <message>
        <source>toward {goal}</source>
        <translation>zur {goal}</translation>
    </message>
    <message>
        <source>{words} Pinned.</source>
        <translation>{words} Angeheftet.</translation>
    </message>
</context>
<context>
    <name>ui/viewer</name>
    <message>
        <source>&amp;Copy image</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Back to the four tiles (Esc)</source>
        <translation>Zurück zu den vier Kacheln (Esc)</translation>
    </message>
    <message>
        <source>Back to the tiles</source>
        <translation>Zurück zu den Kacheln</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <source>Enlarged image</source>
        <translation>Vergrößertes Bild</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Eines</translation>
    </message>
    <message>
        <source>One image as large as there is room for</source>
        <translation>Ein Bild, so groß wie Platz ist</translation>
    </message>
    <message>
        <source>Point at a pixel for its values; the wheel, or + and −, zoom.</source>
        <translation>Auf ein Pixel zeigen, um seine Werte zu sehen; Mausrad oder + und − vergrößern.</translation>
    </message>
    <message>
        <source>Show all of it again (Home)</source>
        <translation>Wieder alles zeigen (Pos1)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Stretch colours</source>
        <translation>Farben strecken</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>Schieben</translation>
    </message>
    <message>
        <source>The image with which the first one is compared</source>
        <translation>Das Bild, mit dem das erste verglichen wird</translation>
    </message>
    <message>
        <source>The second image</source>
        <translation>Das zweite Bild</translation>
    </message>
    <message>
        <source>There is nothing to be seen here before an attack is made.</source>
        <translation>Vor einem Angriff gibt es hier nichts zu sehen.</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Two images in one place, and a line between them that can be moved</source>
        <translation>Zwei Bilder an einer Stelle, mit einer verschiebbaren Linie dazwischen</translation>
    </message>
    <message>
        <source>Two images in one place, shown by turns; Space changes them</source>
        <translation>Zwei Bilder an einer Stelle, abwechselnd gezeigt; die Leertaste wechselt sie</translation>
    </message>
    <message>
        <source>Two images side by side</source>
        <translation>Zwei Bilder nebeneinander</translation>
    </message>
    <message>
        <source>Use all colours for this perturbation; otherwise they mean the same in every one</source>
        <translation>Alle Farben für diese Störung benutzen; sonst bedeuten sie in jeder dasselbe</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Write the value of each pixel in it, where it is large enough</source>
        <translation>In jedes Pixel seinen Wert schreiben, wo es groß genug ist</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {figures}</source>
        <translation>Zeile {row}, Spalte {column}: {figures}</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>{title} image</source>
        <translation>Bild: {title}</translation>
    </message>
</context>
<context>
    <name>ui/window</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
</context>
</TS>
