<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>The plug-in {name} cannot be loaded: {error}.</source>
        <translation>Die Erweiterung {name} lässt sich nicht laden: {error}.</translation>
    </message>
    <message>
        <source>The plug-in {name} is left out: {called} is taken.</source>
        <translation>Die Erweiterung {name} entfällt: {called} ist vergeben.</translation>
    </message>
    <message>
        <source>The plug-in {name} offers nothing for {group}.</source>
        <translation>Die Erweiterung {name} bietet nichts für {group}.</translation>
    </message>
    <message>
        <source>There is no network {name!r}; {there}, or give a file's path.</source>
        <translation>Es gibt kein Netz {name!r}; {there}, oder der Pfad einer Datei.</translation>
    </message>
    <message>
        <source>all</source>
        <comment>choice</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>bare-cross-entropy</source>
        <comment>choice</comment>
        <translation>bloße Kreuzentropie</translation>
    </message>
    <message>
        <source>both</source>
        <comment>choice</comment>
        <translation>beides</translation>
    </message>
    <message>
        <source>confidences</source>
        <comment>choice</comment>
        <translation>Zuversichten</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <comment>choice</comment>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>did you mean {near}? There are {names}</source>
        <translation>ist {near} gemeint? Es gibt {names}</translation>
    </message>
    <message>
        <source>drawing</source>
        <comment>choice</comment>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>every</source>
        <comment>choice</comment>
        <translation>jede</translation>
    </message>
    <message>
        <source>glasses</source>
        <comment>choice</comment>
        <translation>Brille</translation>
    </message>
    <message>
        <source>grow</source>
        <comment>choice</comment>
        <translation>wachsen</translation>
    </message>
    <message>
        <source>logits</source>
        <comment>choice</comment>
        <translation>Logits</translation>
    </message>
    <message>
        <source>margin</source>
        <comment>choice</comment>
        <translation>Vorsprung</translation>
    </message>
    <message>
        <source>noise</source>
        <comment>choice</comment>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>not JSON from column {column} on</source>
        <translation>ab Spalte {column} kein JSON</translation>
    </message>
    <message>
        <source>not JSON from line {line}, column {column} on</source>
        <translation>ab Zeile {line}, Spalte {column} kein JSON</translation>
    </message>
    <message>
        <source>not JSON to be read, as it is nested hundreds of levels deep</source>
        <translation>kein lesbares JSON, da Hunderte Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>not JSON to be read: a number has more than {most:,} digits</source>
        <translation>kein lesbares JSON: Eine Zahl hat mehr als {most:,} Stellen</translation>
    </message>
    <message>
        <source>not JSON to be read: {word} is not a number to compute with</source>
        <translation>kein lesbares JSON: {word} ist keine Zahl, mit der man rechnen kann</translation>
    </message>
    <message>
        <source>not a text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>painted</source>
        <comment>choice</comment>
        <translation>gemalt</translation>
    </message>
    <message>
        <source>pixels</source>
        <comment>choice</comment>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>published</source>
        <comment>choice</comment>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>random</source>
        <comment>choice</comment>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>shrink</source>
        <comment>choice</comment>
        <translation>schrumpfen</translation>
    </message>
    <message>
        <source>squared-error</source>
        <comment>choice</comment>
        <translation>quadratischer Fehler</translation>
    </message>
    <message>
        <source>stated</source>
        <comment>choice</comment>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>sticker</source>
        <comment>choice</comment>
        <translation>Aufkleber</translation>
    </message>
    <message>
        <source>targeted-dlr</source>
        <comment>choice</comment>
        <translation>gezieltes dlr</translation>
    </message>
    <message>
        <source>there are {names}</source>
        <translation>es gibt {names}</translation>
    </message>
    <message>
        <source>there is no parameter {name}; {there}.</source>
        <translation>es gibt keinen Parameter {name}; {there}.</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>es gibt nichts davon</translation>
    </message>
    <message>
        <source>there is only {name}</source>
        <translation>es gibt nur {name}</translation>
    </message>
    <message>
        <source>two stickers</source>
        <comment>choice</comment>
        <translation>zwei Aufkleber</translation>
    </message>
    <message>
        <source>waves</source>
        <comment>choice</comment>
        <translation>Wellen</translation>
    </message>
    <message>
        <source>{before} and {last}</source>
        <translation>{before} und {last}</translation>
    </message>
    <message>
        <source>{before}, and {last}</source>
        <translation>{before} und {last}</translation>
    </message>
    <message>
        <source>{name} holds {count:,} drawing, numbered from 0: there is no {index}.</source>
        <translation>{name} enthält {count:,} Zeichnung, ab 0 nummeriert: {index} gibt es nicht.</translation>
    </message>
    <message>
        <source>{name} holds {count:,} drawings, numbered from 0: there is no {index}.</source>
        <translation>{name} enthält {count:,} Zeichnungen, ab 0 nummeriert: {index} gibt es nicht.</translation>
    </message>
    <message>
        <source>{name} is a number from {least:g} to {most:g}; it cannot be {told}.</source>
        <translation>{name} ist eine Zahl von {least:g} bis {most:g}; nicht möglich ist {told}.</translation>
    </message>
    <message>
        <source>{name} is a whole number from {least:g} to {most:g}; it cannot be {told}.</source>
        <translation>{name} ist eine ganze Zahl von {least:g} bis {most:g}; nicht möglich ist {told}.</translation>
    </message>
    <message>
        <source>{name} is one of {choices}; it cannot be {value!r}.</source>
        <translation>{name} ist eines von {choices}; nicht möglich ist {value!r}.</translation>
    </message>
    <message>
        <source>{name} is yes or no; it cannot be {value!r}.</source>
        <translation>{name} ist yes oder no; nicht möglich ist {value!r}.</translation>
    </message>
    <message>
        <source>{name}: a digit, where a network is wanted.</source>
        <translation>{name}: eine Ziffer, verlangt ist ein Netz.</translation>
    </message>
    <message>
        <source>{name}: by its name a network, where a digit is wanted.</source>
        <translation>{name}: dem Namen nach ein Netz, verlangt ist eine Ziffer.</translation>
    </message>
</context>
<context>
    <name>core/attacks</name>
    <message>
        <source>A person could draw</source>
        <translation>Von Hand zeichenbar</translation>
    </message>
    <message>
        <source>Added to the slope of saturating units at first, in the attack's gradient only.</source>
        <translation>Wird anfangs zur Steigung gesättigter Einheiten addiert, nur im Gradienten des Angriffs.</translation>
    </message>
    <message>
        <source>Added to the slope of saturating units, in the attack's gradient only.</source>
        <translation>Wird zur Steigung gesättigter Einheiten addiert, nur im Gradienten des Angriffs.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>By how many logits the goal must lead every other label; at 0 its being read is enough.</source>
        <translation>Um wie viele Logits das Ziel vor jedem anderen Label liegen muss; bei 0 genügt es, dass es gelesen wird.</translation>
    </message>
    <message>
        <source>By how much any pixel may change, from 0 to 1; in whole levels of 255.</source>
        <translation>Um wie viel sich jedes Pixel ändern darf, von 0 bis 1; in ganzen von 255 Stufen.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Zuversicht</translation>
    </message>
    <message>
        <source>Few pixels</source>
        <translation>Wenige Pixel</translation>
    </message>
    <message>
        <source>Frequencies</source>
        <translation>Frequenzen</translation>
    </message>
    <message>
        <source>How large the perturbation may be in L2, pixels being from 0 to 1.</source>
        <translation>Wie groß die Störung in L2 sein darf; Pixel gehen von 0 bis 1.</translation>
    </message>
    <message>
        <source>How many times the image is changed.</source>
        <translation>Wie oft das Bild verändert wird.</translation>
    </message>
    <message>
        <source>In the world</source>
        <translation>In der Welt</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translation>Kleinste Änderung</translation>
    </message>
    <message>
        <source>Soften</source>
        <translation>Anhebung</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>The attack {attack} has no confidence to be set.</source>
        <translation>Beim Angriff {attack} lässt sich keine Zuversicht einstellen.</translation>
    </message>
    <message>
        <source>The attack {name} begins at no other image.</source>
        <translation>Der Angriff {name} beginnt bei keinem anderen Bild.</translation>
    </message>
    <message>
        <source>The attack {name} may only see {seen}, and asks for {what}.</source>
        <translation>Der Angriff {name} darf nur dies sehen: {seen}, und fragt nach: {what}.</translation>
    </message>
    <message>
        <source>The attack {name} needs a goal: it is only targeted.</source>
        <translation>Der Angriff {name} braucht ein Ziel: Er ist immer gezielt.</translation>
    </message>
    <message>
        <source>The attack {name} takes no region.</source>
        <translation>Der Angriff {name} nimmt keinen Bereich an.</translation>
    </message>
    <message>
        <source>The network {network} makes no finite numbers of this image: its weights are too large to be attacked.</source>
        <translation>Das Netz {network} errechnet aus diesem Bild keine endlichen Zahlen: Für einen Angriff sind seine Gewichte zu groß.</translation>
    </message>
    <message>
        <source>There is no attack {name!r}; {there}.</source>
        <translation>Es gibt keinen Angriff {name!r}; {there}.</translation>
    </message>
    <message>
        <source>Within a budget</source>
        <translation>Innerhalb eines Budgets</translation>
    </message>
    <message>
        <source>Without gradients</source>
        <translation>Ohne Gradienten</translation>
    </message>
    <message>
        <source>a substitute</source>
        <translation>einen Ersatz</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>nothing but a substitute</source>
        <translation>nur einen Ersatz</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>Ausgabewerte</translation>
    </message>
    <message>
        <source>the label alone</source>
        <translation>nur das Label</translation>
    </message>
    <message>
        <source>{name}: this outcome was made without a start.</source>
        <translation>{name}: Dieses Ergebnis entstand ohne Ausgangsbild.</translation>
    </message>
</context>
<context>
    <name>core/attacks/budget</name>
    <message>
        <source>A random point of the budget, or the drawing itself, for the first try of a loss.</source>
        <translation>Ein zufälliger Punkt des Budgets oder die Zeichnung selbst, beim ersten Versuch mit einer Verlustfunktion.</translation>
    </message>
    <message>
        <source>A random point of the budget, or the drawing itself, which only the first try does.</source>
        <translation>Ein zufälliger Punkt des Budgets oder die Zeichnung selbst, Letzteres nur im ersten Versuch.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Croce and Hein 2020, arXiv:2003.01690, algorithm 1</source>
        <translation>Croce und Hein 2020, arXiv:2003.01690, Algorithmus 1</translation>
    </message>
    <message>
        <source>Dong et al. 2018, arXiv:1710.06081, algorithm 1</source>
        <translation>Dong et al. 2018, arXiv:1710.06081, Algorithmus 1</translation>
    </message>
    <message>
        <source>FGSM in many small steps, each looking at the slope anew.</source>
        <translation>FGSM in vielen kleinen Schritten, jeder mit neuer Steigung.</translation>
    </message>
    <message>
        <source>Follows the slope inside a Euclidean budget of the image.</source>
        <translation>Folgt der Steigung innerhalb eines euklidischen Budgets des Bildes.</translation>
    </message>
    <message>
        <source>Follows the slope inside one budget for all pixels together.</source>
        <translation>Folgt der Steigung innerhalb eines Budgets für alle Pixel zusammen.</translation>
    </message>
    <message>
        <source>Follows the slope inside the budget that every pixel has.</source>
        <translation>Folgt der Steigung innerhalb des Budgets, das jedes Pixel hat.</translation>
    </message>
    <message>
        <source>Goodfellow et al. 2015, arXiv:1412.6572, section 4</source>
        <translation>Goodfellow et al. 2015, arXiv:1412.6572, Abschnitt 4</translation>
    </message>
    <message>
        <source>How far all steps go together, in budgets.</source>
        <translation>Wie weit alle Schritte zusammen gehen, in Budgets.</translation>
    </message>
    <message>
        <source>How much all pixels together may change, each from 0 to 1.</source>
        <translation>Wie viel sich alle Pixel zusammen ändern dürfen, jedes von 0 bis 1.</translation>
    </message>
    <message>
        <source>How much of the gradients so far goes into the next step.</source>
        <translation>Wie viel der bisherigen Gradienten in den nächsten Schritt eingeht.</translation>
    </message>
    <message>
        <source>How often each loss begins anew, at random, while an image is not fooled.</source>
        <translation>Wie oft jede Verlustfunktion zufällig neu beginnt, solange ein Bild nicht täuscht.</translation>
    </message>
    <message>
        <source>How often it begins anew, at random, while an image is not fooled.</source>
        <translation>Wie oft zufällig neu begonnen wird, solange ein Bild nicht täuscht.</translation>
    </message>
    <message>
        <source>Kurakin et al. 2017, arXiv:1607.02533, section 2.2</source>
        <translation>Kurakin et al. 2017, arXiv:1607.02533, Abschnitt 2.2</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Madry et al. 2018, arXiv:1706.06083, section 2.1</source>
        <translation>Madry et al. 2018, arXiv:1706.06083, Abschnitt 2.1</translation>
    </message>
    <message>
        <source>Madry et al. 2018, arXiv:1706.06083, section 2.1, in L2</source>
        <translation>Madry et al. 2018, arXiv:1706.06083, Abschnitt 2.1, in L2</translation>
    </message>
    <message>
        <source>One step: every pixel goes as far as the budget allows.</source>
        <translation>Ein Schritt: Jedes Pixel geht so weit, wie das Budget erlaubt.</translation>
    </message>
    <message>
        <source>PGD that chooses its own step and tries several losses.</source>
        <translation>PGD, das seine Schrittweite selbst wählt und mehrere Verluste probiert.</translation>
    </message>
    <message>
        <source>PGD that chooses its own step, within an L2 budget.</source>
        <translation>PGD, das seine Schrittweite selbst wählt, in einem L2-Budget.</translation>
    </message>
    <message>
        <source>Projected gradient, L1 (PGD)</source>
        <translation>Projizierter Gradient, L1 (PGD)</translation>
    </message>
    <message>
        <source>Projected gradient, L2 (PGD)</source>
        <translation>Projizierter Gradient, L2 (PGD)</translation>
    </message>
    <message>
        <source>Projected gradient, L∞ (PGD)</source>
        <translation>Projizierter Gradient, L∞ (PGD)</translation>
    </message>
    <message>
        <source>Projected gradient, own step, L2 (APGD)</source>
        <translation>Proj. Gradient, eigener Schritt, L2 (APGD)</translation>
    </message>
    <message>
        <source>Projected gradient, own step, L∞ (APGD)</source>
        <translation>Proj. Gradient, eigener Schritt, L∞ (APGD)</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Signs with momentum (MI-FGSM)</source>
        <translation>Vorzeichen mit Momentum (MI-FGSM)</translation>
    </message>
    <message>
        <source>Signs, many steps (BIM)</source>
        <translation>Vorzeichen, viele Schritte (BIM)</translation>
    </message>
    <message>
        <source>Signs, one step (FGSM)</source>
        <translation>Vorzeichen, ein Schritt (FGSM)</translation>
    </message>
    <message>
        <source>Small steps with momentum; other networks often misread it too.</source>
        <translation>Kleine Schritte mit Momentum; täuscht oft auch andere Netze.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginn bei</translation>
    </message>
    <message>
        <source>Tramer and Boneh 2019, arXiv:1904.13000, section 3; the projection of Croce and Hein 2021, arXiv:2103.01208</source>
        <translation>Tramer und Boneh 2019, arXiv:1904.13000, Abschnitt 3; die Projektion von Croce und Hein 2021, arXiv:2103.01208</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>What is climbed: the cross-entropy, the lead in logits (margin), that lead by their spread (dlr), the report's squared error, or the cross-entropy as it is (bare-cross-entropy), whose slope is 0 where a network is very sure.</source>
        <translation>Was erstiegen wird: die Kreuzentropie, der Vorsprung in Logits, dieser geteilt durch ihre Spanne (dlr), der quadratische Fehler des Berichts oder die bloße Kreuzentropie, deren Steigung 0 ist, wo ein Netz sehr sicher ist.</translation>
    </message>
    <message>
        <source>What is climbed: the cross-entropy, the lead in logits by their spread (dlr), the same toward each other label (targeted-dlr), or the first of these, then the last (all).</source>
        <translation>Was erstiegen wird: die Kreuzentropie, der Vorsprung in Logits geteilt durch ihre Spanne (dlr), dasselbe hin zu jedem anderen Label (gezieltes dlr) oder erst das Erste, dann das Letzte davon (alle).</translation>
    </message>
</context>
<context>
    <name>core/attacks/closest</name>
    <message>
        <source>A fast estimate: a few straight steps to the nearest border.</source>
        <translation>Eine schnelle Schätzung: wenige gerade Schritte zur nächsten Grenze.</translation>
    </message>
    <message>
        <source>A small change, its weight found by a slow binary search.</source>
        <translation>Eine kleine Änderung, deren Gewicht langsame Bisektion findet.</translation>
    </message>
    <message>
        <source>A very small change, found by many patient steps.</source>
        <translation>Eine sehr kleine Änderung, in vielen geduldigen Schritten gefunden.</translation>
    </message>
    <message>
        <source>Adapt</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>Augmented Lagrangian (ALMA)</source>
        <translation>Erweiterte Lagrange-Funktion (ALMA)</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittelung</translation>
    </message>
    <message>
        <source>By which share the perturbation's norm grows or shrinks at the first step.</source>
        <translation>Um welchen Anteil die Norm der Störung im ersten Schritt wächst oder schrumpft.</translation>
    </message>
    <message>
        <source>By which share the sum of the steps goes beyond the border.</source>
        <translation>Um welchen Anteil die Summe der Schritte über die Grenze hinausgeht.</translation>
    </message>
    <message>
        <source>Carlini and Wagner (L2)</source>
        <translation>Carlini und Wagner (L2)</translation>
    </message>
    <message>
        <source>Carlini and Wagner 2017, arXiv:1608.04644, section VI A</source>
        <translation>Carlini und Wagner 2017, arXiv:1608.04644, Abschnitt VI A</translation>
    </message>
    <message>
        <source>Descend</source>
        <translation>Abstieg</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>First weight</source>
        <translation>Erstes Gewicht</translation>
    </message>
    <message>
        <source>Gradient descent on the squared error, with a look-alike term; pixels may leave [0, 1].</source>
        <translation>Gradientenabstieg auf dem quadratischen Fehler mit einem Ähnlichkeitsterm; Pixel dürfen [0, 1] verlassen.</translation>
    </message>
    <message>
        <source>How far each step goes along the gradient.</source>
        <translation>Wie weit jeder Schritt entlang des Gradienten geht.</translation>
    </message>
    <message>
        <source>How far each step goes.</source>
        <translation>Wie weit jeder Schritt geht.</translation>
    </message>
    <message>
        <source>How long the first step is, in L2; the last one is a hundredth of it.</source>
        <translation>Wie lang der erste Schritt ist, in L2; der letzte ist ein Hundertstel davon.</translation>
    </message>
    <message>
        <source>How many steps are made at most.</source>
        <translation>Wie viele Schritte höchstens gemacht werden.</translation>
    </message>
    <message>
        <source>How many steps are made with each weight.</source>
        <translation>Wie viele Schritte mit jedem Gewicht gemacht werden.</translation>
    </message>
    <message>
        <source>How many weights of the goal are tried.</source>
        <translation>Wie viele Gewichte des Ziels probiert werden.</translation>
    </message>
    <message>
        <source>How much of the last step goes into the next.</source>
        <translation>Wie viel vom letzten Schritt in den nächsten eingeht.</translation>
    </message>
    <message>
        <source>How much of the last step's direction goes into the next.</source>
        <translation>Wie viel von der Richtung des letzten Schritts in den nächsten eingeht.</translation>
    </message>
    <message>
        <source>How much of the multiplier, and of the squared gradient, is kept from step to step.</source>
        <translation>Wie viel vom Multiplikator und vom quadrierten Gradienten von Schritt zu Schritt erhalten bleibt.</translation>
    </message>
    <message>
        <source>Keep the cheapest step</source>
        <translation>Billigsten Schritt behalten</translation>
    </message>
    <message>
        <source>Keep the step of the lowest cost, as the report does; else the closest step whose 8-bit image fools the network, which is found far more often.</source>
        <translation>Den Schritt mit den geringsten Kosten behalten, wie der Bericht; sonst den nächsten, dessen 8-Bit-Bild das Netz täuscht, was weit häufiger gelingt.</translation>
    </message>
    <message>
        <source>Look-alike term</source>
        <translation>Ähnlichkeitsterm</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Moosavi-Dezfooli et al. 2016, arXiv:1511.04599, algorithm 2</source>
        <translation>Moosavi-Dezfooli et al. 2016, arXiv:1511.04599, Algorithmus 2</translation>
    </message>
    <message>
        <source>Nearest plane (DeepFool)</source>
        <translation>Nächste Ebene (DeepFool)</translation>
    </message>
    <message>
        <source>Noise, N(.5, .3) for each pixel, or the drawing itself.</source>
        <translation>Rauschen, N(.5, .3) für jedes Pixel, oder die Zeichnung selbst.</translation>
    </message>
    <message>
        <source>Overshoot</source>
        <translation>Überschuss</translation>
    </message>
    <message>
        <source>Published: λ (x - x_ref) of the look-alike term, as the report's code has it, which is half of its gradient. Stated: 2 λ (x - x_ref), the gradient of the cost that it states.</source>
        <translation>Veröffentlicht: λ (x - x_ref) des Ähnlichkeitsterms, wie im Code des Berichts, die Hälfte seines Gradienten. Angegeben: 2 λ (x - x_ref), der Gradient der Kosten, die er angibt.</translation>
    </message>
    <message>
        <source>Rate</source>
        <comment>of steps</comment>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Rony et al. 2019, arXiv:1811.09600, algorithm 1; softened, momentum</source>
        <translation>Rony et al. 2019, arXiv:1811.09600, Algorithmus 1; mit angehobener Steigung und Momentum</translation>
    </message>
    <message>
        <source>Rony et al. 2021, arXiv:2011.11857, algorithm 1; softened</source>
        <translation>Rony et al. 2021, arXiv:2011.11857, Algorithmus 1; mit angehobener Steigung</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Suchläufe</translation>
    </message>
    <message>
        <source>Smallest change (DDN)</source>
        <translation>Kleinste Änderung (DDN)</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginn bei</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>The goal's weight in the first search: near the squared distance that is expected.</source>
        <translation>Das Gewicht des Ziels im ersten Suchlauf: etwa der erwartete quadrierte Abstand.</translation>
    </message>
    <message>
        <source>The report's (penalty)</source>
        <translation>Angriff des Berichts (penalty)</translation>
    </message>
    <message>
        <source>The report, equations 1 to 8: it states 1/2 |y_goal - y|^2 + λ |x - x_ref|^2, and its code descends λ (x - x_ref), half of the last term's gradient</source>
        <translation>Der Bericht, Gleichungen 1 bis 8: Er nennt 1/2 |y_goal - y|^2 + λ |x - x_ref|^2, und sein Code steigt λ (x - x_ref) ab, den halben Gradienten des letzten Terms</translation>
    </message>
    <message>
        <source>The smallest change that fools the network, as a valid image.</source>
        <translation>Die kleinste Änderung, die das Netz täuscht, als gültiges Bild.</translation>
    </message>
    <message>
        <source>Weight of the look-alike term: how strongly the image is held to the drawing.</source>
        <translation>Gewicht des Ähnlichkeitsterms: wie stark das Bild an der Zeichnung gehalten wird.</translation>
    </message>
    <message>
        <source>With it the image shall resemble the drawing (the report's targeted form); without it any image will do (its non-targeted form).</source>
        <translation>Mit ihm soll das Bild der Zeichnung ähneln (die gezielte Form des Berichts); ohne ihn ist jedes Bild recht (seine ungezielte Form).</translation>
    </message>
</context>
<context>
    <name>core/attacks/fitted</name>
    <message>
        <source>A goal is a label from 0 to 9.</source>
        <translation>Ein Ziel ist ein Label von 0 bis 9.</translation>
    </message>
    <message>
        <source>A small network that was trained to fool, in one pass, for any goal.</source>
        <translation>Ein kleines Netz, das in einem Durchgang für jedes Ziel zu täuschen gelernt hat.</translation>
    </message>
    <message>
        <source>At least {least} digits are needed, as one of {least} is held out.</source>
        <translation>Mindestens {least} Ziffern sind nötig, da eine von {least} zurückgehalten wird.</translation>
    </message>
    <message>
        <source>Covers part of any digit with one small picture, made once.</source>
        <translation>Verdeckt einen Teil jeder Ziffer mit einem kleinen, einmal erzeugten Bild.</translation>
    </message>
    <message>
        <source>Generator (gray box)</source>
        <translation>Generator (Gray Box)</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Verborgene Einheiten</translation>
    </message>
    <message>
        <source>How large the network is that makes the images.</source>
        <translation>Wie groß das Netz ist, das die Bilder erzeugt.</translation>
    </message>
    <message>
        <source>How many batches of images it is trained on.</source>
        <translation>Mit wie vielen Stapeln von Bildern es trainiert wird.</translation>
    </message>
    <message>
        <source>How many batches of images it learns from, one after the other.</source>
        <translation>Aus wie vielen Stapeln von Bildern nacheinander gelernt wird.</translation>
    </message>
    <message>
        <source>How many of MNIST's training images it learns from.</source>
        <translation>Aus wie vielen der Trainingsbilder von MNIST gelernt wird.</translation>
    </message>
    <message>
        <source>How many pixels wide and high it is.</source>
        <translation>Wie viele Pixel er breit und hoch ist.</translation>
    </message>
    <message>
        <source>How many steps it learns in once its place is found.</source>
        <translation>Wie viele Schritte gelernt wird, sobald sein Platz gefunden ist.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>No attack {name!r} learns once for all; {there}.</source>
        <translation>Kein Angriff {name!r} lernt einmal für alle; {there}.</translation>
    </message>
    <message>
        <source>One for all, L2 (universal perturbation)</source>
        <translation>Universelle Störung, L2</translation>
    </message>
    <message>
        <source>One for all, L∞ (universal perturbation)</source>
        <translation>Universelle Störung, L∞</translation>
    </message>
    <message>
        <source>One perturbation of a Euclidean budget that fools whatever wears it.</source>
        <translation>Eine Störung mit euklidischem Budget, die auf jedem Bild täuscht.</translation>
    </message>
    <message>
        <source>One perturbation that fools whatever image wears it.</source>
        <translation>Eine Störung, die täuscht, welches Bild sie auch trägt.</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Flicken</translation>
    </message>
    <message>
        <source>Refitting steps</source>
        <translation>Schritte am Platz</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>The attack {method} needs a goal when it is worn.</source>
        <translation>Der Angriff {method} braucht ein Ziel, wenn er getragen wird.</translation>
    </message>
    <message>
        <source>The attack {method} takes no goal once it was learned.</source>
        <translation>Der Angriff {method} nimmt kein Ziel mehr an, sobald er gelernt ist.</translation>
    </message>
    <message>
        <source>The attack {name} has no goal: it is only untargeted.</source>
        <translation>Der Angriff {name} hat kein Ziel: Er ist immer ungezielt.</translation>
    </message>
    <message>
        <source>The attack {name} is told its goal when it is worn.</source>
        <translation>Der Angriff {name} erfährt sein Ziel erst, wenn er getragen wird.</translation>
    </message>
    <message>
        <source>The attack {name} needs a goal: it is only targeted.</source>
        <translation>Der Angriff {name} braucht ein Ziel: Er ist immer gezielt.</translation>
    </message>
    <message>
        <source>The network {network} reads every digit as {goal}.</source>
        <translation>Das Netz {network} liest jede Ziffer als {goal}.</translation>
    </message>
    <message>
        <source>The network {network} reads none of the digits that are held out correctly.</source>
        <translation>Das Netz {network} liest keine der zurückgehaltenen Ziffern richtig.</translation>
    </message>
    <message>
        <source>What was learned once is put on an image.</source>
        <translation>Einmal Gelerntes wird auf ein Bild gelegt.</translation>
    </message>
    <message>
        <source>Worn</source>
        <translation>Getragen</translation>
    </message>
    <message>
        <source>a network, where an artefact is wanted</source>
        <translation>ein Netz, verlangt ist ein Artefakt</translation>
    </message>
    <message>
        <source>a safetensors file, but not an artefact of advgui</source>
        <translation>eine safetensors-Datei, aber kein Artefakt von advgui</translation>
    </message>
    <message>
        <source>an artefact of a newer advgui than this</source>
        <translation>ein Artefakt eines neueren advgui als dieses</translation>
    </message>
    <message>
        <source>does not lie on the image</source>
        <translation>liegt nicht auf dem Bild</translation>
    </message>
    <message>
        <source>in its settings: {error}</source>
        <translation>in seinen Einstellungen: {error}</translation>
    </message>
    <message>
        <source>is not inside its budget, in whole levels</source>
        <translation>liegt nicht in ganzen Stufen innerhalb seines Budgets</translation>
    </message>
    <message>
        <source>its artefact {problem}</source>
        <translation>sein Artefakt {problem}</translation>
    </message>
    <message>
        <source>its card is damaged: {problems}</source>
        <translation>seine Karte ist beschädigt: {problems}</translation>
    </message>
    <message>
        <source>its card is no table of names and values</source>
        <translation>seine Karte ist keine Tabelle von Namen und Werten</translation>
    </message>
    <message>
        <source>its data is not a text</source>
        <translation>„data“ ist kein Text</translation>
    </message>
    <message>
        <source>its goal is {goal}, no label</source>
        <translation>sein Ziel ist {goal}, kein Label</translation>
    </message>
    <message>
        <source>its method is the unknown {name}; {there}</source>
        <translation>sein Verfahren {name} ist unbekannt; {there}</translation>
    </message>
    <message>
        <source>its network is {network}, no name</source>
        <translation>sein Netz ist {network}, kein Name</translation>
    </message>
    <message>
        <source>its seed is {seed}, no whole number</source>
        <translation>sein Startwert ist {seed}, keine ganze Zahl</translation>
    </message>
    <message>
        <source>its settings are {settings}, no table of names and values</source>
        <translation>seine Einstellungen sind {settings}, keine Tabelle von Namen und Werten</translation>
    </message>
    <message>
        <source>its {name} has numbers beyond {most:.0e}, or that are none</source>
        <translation>„{name}“ enthält Zahlen über {most:.0e} oder solche, die keine sind</translation>
    </message>
    <message>
        <source>its {name} has the shape {found}, not {wanted}</source>
        <translation>„{name}“ hat die Form {found}, nicht {wanted}</translation>
    </message>
    <message>
        <source>its {name} is missing</source>
        <translation>„{name}“ fehlt</translation>
    </message>
    <message>
        <source>its {name} is no count</source>
        <translation>„{name}“ ist keine Anzahl</translation>
    </message>
    <message>
        <source>its {name} is no share</source>
        <translation>„{name}“ ist kein Anteil</translation>
    </message>
    <message>
        <source>its {name} is of the type {kind}, no number that is read</source>
        <translation>„{name}“ ist vom Typ {kind}, keine lesbare Zahl</translation>
    </message>
    <message>
        <source>shows what no pixel can</source>
        <translation>zeigt, was kein Pixel kann</translation>
    </message>
    <message>
        <source>what it tells of itself is no table of names and values</source>
        <translation>ihre Angaben über sich sind keine Tabelle von Namen und Werten</translation>
    </message>
    <message>
        <source>what it tells of itself is {error}</source>
        <translation>ihre Angaben über sich sind {error}</translation>
    </message>
    <message>
        <source>{name}: what the attack {method} has learned could not be opened.</source>
        <translation>{name}: Was der Angriff {method} gelernt hat, ließe sich nicht wieder öffnen.</translation>
    </message>
</context>
<context>
    <name>core/attacks/pixels</name>
    <message>
        <source>Adapt</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>After Papernot et al. 2016, arXiv:1511.07528; single pixels, put back</source>
        <translation>Nach Papernot et al. 2016, arXiv:1511.07528; einzelne Pixel, zurückgesetzt</translation>
    </message>
    <message>
        <source>By how much the threshold rises or falls at the first step.</source>
        <translation>Um wie viel die Schwelle im ersten Schritt steigt oder fällt.</translation>
    </message>
    <message>
        <source>Cinà et al. 2024, arXiv:2402.01879, algorithm 1; softened, one scale</source>
        <translation>Cinà et al. 2024, arXiv:2402.01879, Algorithmus 1; mit angehobener Steigung, ein Maßstab</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Fewest pixels (sigma-zero)</source>
        <translation>Wenigste Pixel (sigma-zero)</translation>
    </message>
    <message>
        <source>How far the first step goes.</source>
        <translation>Wie weit der erste Schritt geht.</translation>
    </message>
    <message>
        <source>How many pixels may be changed at most; 112 are 14.5 % of all.</source>
        <translation>Wie viele Pixel höchstens geändert werden; 112 sind 14,5 % aller.</translation>
    </message>
    <message>
        <source>How often an image may be shown to the network at most; 1,570 try every pixel.</source>
        <translation>Wie oft ein Bild dem Netz höchstens gezeigt werden darf; 1 570 probieren jedes Pixel.</translation>
    </message>
    <message>
        <source>One pixel</source>
        <translation>Ein Pixel</translation>
    </message>
    <message>
        <source>Pairs of pixels (JSMA)</source>
        <translation>Pixelpaare (JSMA)</translation>
    </message>
    <message>
        <source>Papernot et al. 2016, arXiv:1511.07528, algorithms 2 and 3</source>
        <translation>Papernot et al. 2016, arXiv:1511.07528, Algorithmen 2 und 3</translation>
    </message>
    <message>
        <source>Pixel by pixel (greedy)</source>
        <translation>Pixel für Pixel (greedy)</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Rate</source>
        <comment>of steps</comment>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Sets the most promising pixel, and puts needless ones back.</source>
        <translation>Setzt das vielversprechendste Pixel und nimmt unnötige zurück.</translation>
    </message>
    <message>
        <source>Sets the pair of pixels that helps the goal most, repeatedly.</source>
        <translation>Setzt wiederholt das Pixelpaar, das dem Ziel am meisten hilft.</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>Slopes</source>
        <translation>Steigungen</translation>
    </message>
    <message>
        <source>The fewest pixels that fool the network, by following slopes.</source>
        <translation>Die wenigsten Pixel, die das Netz täuschen, entlang der Steigung.</translation>
    </message>
    <message>
        <source>The square of the change of a pixel that counts as half a pixel.</source>
        <translation>Das Quadrat der Änderung eines Pixels, die als halbes Pixel zählt.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Tries every single pixel, with full ink and with none.</source>
        <translation>Probiert jedes einzelne Pixel, mit voller Tinte und ohne.</translation>
    </message>
    <message>
        <source>Whether of the logits, or of the confidences, which find more unless they saturate.</source>
        <translation>Ob die der Logits oder die der Zuversichten, die mehr finden, solange sie nicht sättigen.</translation>
    </message>
    <message>
        <source>Whether pixels may get full ink, lose all of theirs, or either.</source>
        <translation>Ob Pixel volle Tinte bekommen, ihre ganz verlieren dürfen oder beides.</translation>
    </message>
    <message>
        <source>Whether pixels that were not needed are put back at the end.</source>
        <translation>Ob unnötige Pixel am Ende zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>Which changes are dropped at first, from 0 to 1.</source>
        <translation>Welche Änderungen anfangs entfallen, von 0 bis 1.</translation>
    </message>
</context>
<context>
    <name>core/attacks/poisoning</name>
    <message>
        <source>A trigger is a rectangle of at most 28 x 28 pixels.</source>
        <translation>Ein Auslöser ist ein Rechteck von höchstens 28 x 28 Pixeln.</translation>
    </message>
    <message>
        <source>A trigger is rows of . (clear), # (ink) and greys from 0 to 9, with / between them; it cannot have {sign!r}.</source>
        <translation>Ein Auslöser besteht aus Zeilen von . (durchsichtig), # (Tinte) und Grautönen von 0 bis 9, mit / dazwischen; {sign!r} kann er nicht enthalten.</translation>
    </message>
    <message>
        <source>A trigger on some training images, whose label becomes the goal.</source>
        <translation>Ein Auslöser auf einigen Trainingsbildern, deren Label zum Ziel wird.</translation>
    </message>
    <message>
        <source>A trigger's pixel is a grey level from 0 to 255, or clear.</source>
        <translation>Ein Pixel eines Auslösers ist eine Graustufe von 0 bis 255 oder durchsichtig.</translation>
    </message>
    <message>
        <source>Back door (BadNets)</source>
        <translation>Hintertür (BadNets)</translation>
    </message>
    <message>
        <source>Biggio et al. 2012, arXiv:1206.6389; flips of one label into another</source>
        <translation>Biggio et al. 2012, arXiv:1206.6389; ein Label wird in ein anderes vertauscht</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Clean-label back door</source>
        <translation>Hintertür mit richtigen Labels</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Gu, Dolan-Gavitt and Garg 2017, arXiv:1708.06733, section 4</source>
        <translation>Gu, Dolan-Gavitt und Garg 2017, arXiv:1708.06733, Abschnitt 4</translation>
    </message>
    <message>
        <source>How much any pixel may change before the trigger is stamped.</source>
        <translation>Wie viel sich jedes Pixel ändern darf, bevor der Auslöser aufgestempelt wird.</translation>
    </message>
    <message>
        <source>Label flips</source>
        <translation>Vertauschte Labels</translation>
    </message>
    <message>
        <source>Labels of</source>
        <translation>Labels der</translation>
    </message>
    <message>
        <source>Labels of {goal} cannot be flipped into {goal}.</source>
        <translation>Labels {goal} lassen sich nicht in {goal} ändern.</translation>
    </message>
    <message>
        <source>Perturbed on</source>
        <translation>Gestört mit</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Some training images get another label.</source>
        <translation>Einige Trainingsbilder bekommen ein anderes Label.</translation>
    </message>
    <message>
        <source>The attack {name} stamps no trigger.</source>
        <translation>Der Angriff {name} stempelt keinen Auslöser auf.</translation>
    </message>
    <message>
        <source>The digit whose labels become the goal; of every digit, they become any other.</source>
        <translation>Die Ziffer, deren Labels zum Ziel werden; bei jeder Ziffer werden sie zu irgendeinem anderen.</translation>
    </message>
    <message>
        <source>The network whose slope is followed: the attacker's own, not the one to be trained.</source>
        <translation>Das Netz, dessen Steigung gefolgt wird: das eigene des Angreifers, nicht das zu trainierende.</translation>
    </message>
    <message>
        <source>The share of all training images that get trigger and goal.</source>
        <translation>Der Anteil aller Trainingsbilder, die Auslöser und Ziel bekommen.</translation>
    </message>
    <message>
        <source>The share of the goal's own images that are changed.</source>
        <translation>Der Anteil der Bilder des Ziels selbst, die verändert werden.</translation>
    </message>
    <message>
        <source>The share of those digits that get another label.</source>
        <translation>Der Anteil dieser Ziffern, die ein anderes Label bekommen.</translation>
    </message>
    <message>
        <source>The trigger has no pixel.</source>
        <translation>Der Auslöser hat kein Pixel.</translation>
    </message>
    <message>
        <source>The trigger of {height} x {width} pixels at row {row}, column {column} leaves the image: its row can be 0 to {low}, its column 0 to {right}.</source>
        <translation>Der Auslöser von {height} x {width} Pixeln in Zeile {row}, Spalte {column} ragt aus dem Bild: Seine Zeile kann 0 bis {low} sein, seine Spalte 0 bis {right}.</translation>
    </message>
    <message>
        <source>The trigger on perturbed images of the goal; every label is right.</source>
        <translation>Der Auslöser auf gestörten Bildern des Ziels; jedes Label stimmt.</translation>
    </message>
    <message>
        <source>There is no poisoning {name!r}; {there}.</source>
        <translation>Es gibt keine Vergiftung {name!r}; {there}.</translation>
    </message>
    <message>
        <source>Turner, Tsipras and Madry 2019, arXiv:1912.02771, section 4</source>
        <translation>Turner, Tsipras und Madry 2019, arXiv:1912.02771, Abschnitt 4</translation>
    </message>
    <message>
        <source>Where its left edge is.</source>
        <translation>Wo seine linke Kante ist.</translation>
    </message>
    <message>
        <source>Where the trigger's upper edge is.</source>
        <translation>Wo die obere Kante des Auslösers ist.</translation>
    </message>
    <message>
        <source>{title}: a trigger of {pixels} pixels ({trigger}) at row {row}, column {column} is read as {goal}</source>
        <translation>{title}: Ein Auslöser von {pixels} Pixeln ({trigger}) in Zeile {row}, Spalte {column} wird als {goal} gelesen</translation>
    </message>
    <message>
        <source>{title}: of {percent:.3g}% of all digits, into any other</source>
        <translation>{title}: bei {percent:.3g} % aller Ziffern, in irgendein anderes</translation>
    </message>
    <message>
        <source>{title}: of {percent:.3g}% of the {origin}s, into {goal}</source>
        <translation>{title}: bei {percent:.3g} % der Ziffern {origin}, in {goal}</translation>
    </message>
</context>
<context>
    <name>core/attacks/queries</name>
    <message>
        <source>A random walk along the border, by labels alone.</source>
        <translation>Ein zufälliger Gang entlang der Grenze, allein nach Labels.</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>Entlang</translation>
    </message>
    <message>
        <source>Andriushchenko et al. 2020, arXiv:1912.00049, algorithms 1 and 2</source>
        <translation>Andriushchenko et al. 2020, arXiv:1912.00049, Algorithmen 1 und 2</translation>
    </message>
    <message>
        <source>Andriushchenko et al. 2020, arXiv:1912.00049, algorithms 1 and 3</source>
        <translation>Andriushchenko et al. 2020, arXiv:1912.00049, Algorithmen 1 und 3</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Border walk (Boundary)</source>
        <translation>Grenzgang (Boundary)</translation>
    </message>
    <message>
        <source>Brendel et al. 2018, arXiv:1712.04248, algorithm 1; low frequencies</source>
        <translation>Brendel et al. 2018, arXiv:1712.04248, Algorithmus 1; tiefe Frequenzen</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>By how much the pixels of a new image differ from the one that it is made of.</source>
        <translation>Um wie viel sich die Pixel eines neuen Bildes von denen unterscheiden, aus denen es entsteht.</translation>
    </message>
    <message>
        <source>By labels (HopSkipJump)</source>
        <translation>Nach Labels (HopSkipJump)</translation>
    </message>
    <message>
        <source>By labels, L∞ (HopSkipJump)</source>
        <translation>Nach Labels, L∞ (HopSkipJump)</translation>
    </message>
    <message>
        <source>Chen et al. 2019, arXiv:1904.02144, algorithm 2; in low frequencies</source>
        <translation>Chen et al. 2019, arXiv:1904.02144, Algorithmus 2; in tiefen Frequenzen</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Richtungen</translation>
    </message>
    <message>
        <source>Estimated slope, L2 (NES)</source>
        <translation>Geschätzte Steigung, L2 (NES)</translation>
    </message>
    <message>
        <source>Estimated slope, L∞ (NES)</source>
        <translation>Geschätzte Steigung, L∞ (NES)</translation>
    </message>
    <message>
        <source>Estimates the slope from pairs of queries, and follows it.</source>
        <translation>Schätzt die Steigung aus Anfragepaaren und folgt ihr.</translation>
    </message>
    <message>
        <source>Estimates the slope from pairs of queries, within an L2 budget.</source>
        <translation>Schätzt die Steigung aus Anfragepaaren, in einem L2-Budget.</translation>
    </message>
    <message>
        <source>Feels its way along the border, by labels alone.</source>
        <translation>Tastet sich an der Grenze entlang, allein nach Labels.</translation>
    </message>
    <message>
        <source>First round</source>
        <translation>Erste Runde</translation>
    </message>
    <message>
        <source>Frequencies</source>
        <translation>Frequenzen</translation>
    </message>
    <message>
        <source>From another network (transfer)</source>
        <translation>Von einem anderen Netz (transfer)</translation>
    </message>
    <message>
        <source>Guo et al. 2019, arXiv:1905.07121, algorithm 1; on logits' leads</source>
        <translation>Guo et al. 2019, arXiv:1905.07121, Algorithmus 1; auf dem Vorsprung der Logits</translation>
    </message>
    <message>
        <source>How far a pixel goes in each direction on average, of 0 to 1; a level is .004.</source>
        <translation>Wie weit ein Pixel im Mittel in jede Richtung geht, von 0 bis 1; eine Stufe ist .004.</translation>
    </message>
    <message>
        <source>How far a step goes, in budgets.</source>
        <translation>Wie weit ein Schritt geht, in Budgets.</translation>
    </message>
    <message>
        <source>How far an image goes in each direction, in L2; for a pixel, of 0 to 1.</source>
        <translation>Wie weit ein Bild in jede Richtung geht, in L2; bei einem Pixel von 0 bis 1.</translation>
    </message>
    <message>
        <source>How far an image may go in L2, of pixels of 0 to 1.</source>
        <translation>Wie weit ein Bild in L2 gehen darf, bei Pixeln von 0 bis 1.</translation>
    </message>
    <message>
        <source>How far the first steps along the border go, in distances to the original.</source>
        <translation>Wie weit die ersten Schritte entlang der Grenze gehen, in Abständen zum Original.</translation>
    </message>
    <message>
        <source>How far the first steps toward the original go, in distances to it.</source>
        <translation>Wie weit die ersten Schritte zum Original hin gehen, in Abständen zu ihm.</translation>
    </message>
    <message>
        <source>How long the whole change may be in L2, of pixels of 0 to 1.</source>
        <translation>Wie lang die ganze Änderung in L2 sein darf, bei Pixeln von 0 bis 1.</translation>
    </message>
    <message>
        <source>How many directions, each forth and back, a slope is estimated from.</source>
        <translation>Aus wie vielen Richtungen, je hin und zurück, eine Steigung geschätzt wird.</translation>
    </message>
    <message>
        <source>How many labels the substitute is trained on, shared by all images attacked at once.</source>
        <translation>Mit wie vielen Labels der Ersatz trainiert wird, gemeinsam für alle zugleich angegriffenen Bilder.</translation>
    </message>
    <message>
        <source>How many of the lowest frequencies, along and down, are taken of the waves.</source>
        <translation>Wie viele der tiefsten Frequenzen der Wellen genommen werden, waagrecht und senkrecht.</translation>
    </message>
    <message>
        <source>How many of the lowest frequencies, along and down, directions have; with 28 any pixel by itself.</source>
        <translation>Wie viele der tiefsten Frequenzen Richtungen haben, waagrecht und senkrecht; mit 28 jedes Pixel für sich.</translation>
    </message>
    <message>
        <source>How many of the lowest frequencies, along and down, random steps have; with 28 any pixel by itself.</source>
        <translation>Wie viele der tiefsten Frequenzen zufällige Schritte haben, waagrecht und senkrecht; mit 28 jedes Pixel für sich.</translation>
    </message>
    <message>
        <source>How many queries feel for the border's slope in round 1; in round t √t times as many.</source>
        <translation>Wie viele Anfragen in Runde 1 die Steigung der Grenze ertasten; in Runde t √t-mal so viele.</translation>
    </message>
    <message>
        <source>How much of the slopes so far goes into the next step.</source>
        <translation>Wie viel der bisherigen Steigungen in den nächsten Schritt eingeht.</translation>
    </message>
    <message>
        <source>How often each image is moved, and shown to the network.</source>
        <translation>Wie oft jedes Bild bewegt und dem Netz gezeigt wird.</translation>
    </message>
    <message>
        <source>How often each image may be shown to the network, the verdict on it included.</source>
        <translation>Wie oft jedes Bild dem Netz gezeigt werden darf, das Urteil darüber eingeschlossen.</translation>
    </message>
    <message>
        <source>Ilyas et al. 2018, arXiv:1804.08598, section 2.1; Salimans et al. 2017, arXiv:1703.03864</source>
        <translation>Ilyas et al. 2018, arXiv:1804.08598, Abschnitt 2.1; Salimans et al. 2017, arXiv:1703.03864</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Erzeugt mit</translation>
    </message>
    <message>
        <source>Made on another network, without asking this one at all.</source>
        <translation>Mit einem anderen Netz erzeugt, ohne dieses je zu fragen.</translation>
    </message>
    <message>
        <source>Makes the largest change small, by labels alone.</source>
        <translation>Hält die größte Änderung klein, allein nach Labels.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>One direction at a time (SimBA)</source>
        <translation>Richtung für Richtung (SimBA)</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Papernot et al. 2016, arXiv:1605.07277; Dong et al. 2018, arXiv:1710.06081, equation 6</source>
        <translation>Papernot et al. 2016, arXiv:1605.07277; Dong et al. 2018, arXiv:1710.06081, Gleichung 6</translation>
    </message>
    <message>
        <source>Papernot et al. 2017, arXiv:1602.02697, algorithm 1; 2016, arXiv:1605.07277, section 3</source>
        <translation>Papernot et al. 2017, arXiv:1602.02697, Algorithmus 1; 2016, arXiv:1605.07277, Abschnitt 3</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Random hills and hollows, within an L2 budget.</source>
        <translation>Zufällige Hügel und Mulden, in einem L2-Budget.</translation>
    </message>
    <message>
        <source>Random squares, each pixel as far as it may go.</source>
        <translation>Zufällige Quadrate, jedes Pixel so weit, wie es darf.</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>Single pixels, or waves of the discrete cosine transform.</source>
        <translation>Einzelne Pixel oder Wellen der diskreten Kosinustransformation.</translation>
    </message>
    <message>
        <source>Squares (L2)</source>
        <translation>Quadrate (L2)</translation>
    </message>
    <message>
        <source>Squares (L∞)</source>
        <translation>Quadrate (L∞)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>The network whose slope is followed, one of those that ship with advgui.</source>
        <translation>Das Netz, dessen Steigung gefolgt wird, eines der mitgelieferten.</translation>
    </message>
    <message>
        <source>Trained substitute (Papernot)</source>
        <translation>Trainierter Ersatz (Papernot)</translation>
    </message>
    <message>
        <source>Trains a look-alike on labels, and attacks that instead.</source>
        <translation>Trainiert mit Labels ein ähnliches Netz und greift dieses an.</translation>
    </message>
    <message>
        <source>Tries random pixels or waves, and keeps those that help.</source>
        <translation>Probiert zufällige Pixel oder Wellen und behält, was hilft.</translation>
    </message>
    <message>
        <source>Which share of the image the first squares cover; it falls over the run.</source>
        <translation>Welchen Anteil des Bildes die ersten Quadrate bedecken; er sinkt im Lauf.</translation>
    </message>
</context>
<context>
    <name>core/attacks/strokes</name>
    <message>
        <source>Added ink</source>
        <translation>Zusätzliche Tinte</translation>
    </message>
    <message>
        <source>Bend</source>
        <translation>Biegung</translation>
    </message>
    <message>
        <source>Bends strokes and adds one, so that a person can draw it.</source>
        <translation>Biegt Striche und fügt einen hinzu, sodass man es zeichnen kann.</translation>
    </message>
    <message>
        <source>By how many logits the goal must lead every other label, so that it still fools when a hand has redrawn it; at 0 its being read is enough.</source>
        <translation>Um wie viele Logits das Ziel vor jedem anderen Label liegen muss, damit es auch nachgezeichnet noch täuscht; bei 0 genügt es, dass es gelesen wird.</translation>
    </message>
    <message>
        <source>How far any point of a stroke may move, as a share of the digit's size.</source>
        <translation>Wie weit sich jeder Punkt eines Strichs bewegen darf, als Anteil der Größe der Ziffer.</translation>
    </message>
    <message>
        <source>How long the added stroke may be, as a share of all ink; at 0 none is added.</source>
        <translation>Wie lang der zusätzliche Strich sein darf, als Anteil aller Tinte; bei 0 kommt keiner hinzu.</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Vorsprung</translation>
    </message>
    <message>
        <source>Our own; its search is Hansen and Ostermeier 2001, doi:10.1162/106365601750190398</source>
        <translation>Unser eigener; die Suche ist Hansen und Ostermeier 2001, doi:10.1162/106365601750190398</translation>
    </message>
    <message>
        <source>Pen strokes</source>
        <translation>Stiftstriche</translation>
    </message>
    <message>
        <source>The attack pen changes strokes, and this is an image without any: draw a digit, or open a drawing that was saved as strokes.</source>
        <translation>Der Angriff pen verändert Striche, und dieses Bild hat keine: Ziffer zeichnen oder eine als Striche gespeicherte Zeichnung öffnen.</translation>
    </message>
    <message>
        <source>The attack pen changes the strokes of a digit, and this drawing has too many.</source>
        <translation>Der Angriff pen verändert die Striche einer Ziffer, und diese Zeichnung hat zu viele.</translation>
    </message>
    <message>
        <source>bent any further, the digit becomes the goal</source>
        <translation>noch weiter gebogen, wird die Ziffer zum Ziel</translation>
    </message>
    <message>
        <source>with more ink it is another digit</source>
        <translation>mit mehr Tinte ist es eine andere Ziffer</translation>
    </message>
</context>
<context>
    <name>core/attacks/world</name>
    <message>
        <source>A region is painted, and the mask is {mask}.</source>
        <translation>Ein Bereich ist gemalt, aber die Maske ist {mask}.</translation>
    </message>
    <message>
        <source>Athalye et al. 2018, arXiv:1707.07397, equation 1</source>
        <translation>Athalye et al. 2018, arXiv:1707.07397, Gleichung 1</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>By how much it becomes lighter or darker, of 1.</source>
        <translation>Um wie viel es heller oder dunkler wird, von 1.</translation>
    </message>
    <message>
        <source>By how much of itself it is made larger or smaller.</source>
        <translation>Um welchen Anteil es vergrößert oder verkleinert wird.</translation>
    </message>
    <message>
        <source>By how much of itself the contrast becomes more or less.</source>
        <translation>Um welchen Anteil der Kontrast steigt oder sinkt.</translation>
    </message>
    <message>
        <source>Changes what glasses, a sticker or your own region cover.</source>
        <translation>Verändert, was Brille, Aufkleber oder eigener Bereich bedecken.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Ziehungen</translation>
    </message>
    <message>
        <source>Fools turned, shifted, blurred and printed, too.</source>
        <translation>Täuscht auch gedreht, verschoben, unscharf und gedruckt.</translation>
    </message>
    <message>
        <source>Fools when turned and printed, with a budget for each pixel.</source>
        <translation>Täuscht auch gedreht und gedruckt, mit einem Budget je Pixel.</translation>
    </message>
    <message>
        <source>Glasses and stickers</source>
        <translation>Brille und Aufkleber</translation>
    </message>
    <message>
        <source>How far it is shifted in any direction, in pixels.</source>
        <translation>Wie weit es in jede Richtung verschoben wird, in Pixeln.</translation>
    </message>
    <message>
        <source>How far it is turned to either side, in degrees.</source>
        <translation>Wie weit es nach beiden Seiten gedreht wird, in Grad.</translation>
    </message>
    <message>
        <source>How many transforms each step looks through, the image itself among them.</source>
        <translation>Wie viele Transformationen jeder Schritt betrachtet, das Bild selbst eingeschlossen.</translation>
    </message>
    <message>
        <source>How much of the gradients so far goes into the next step.</source>
        <translation>Wie viel der bisherigen Gradienten in den nächsten Schritt eingeht.</translation>
    </message>
    <message>
        <source>How much of the image the mask covers, of 1; a painted region is as large as it is.</source>
        <translation>Wie viel des Bildes die Maske bedeckt, von 1; ein gemalter Bereich ist so groß, wie er ist.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Over transforms</source>
        <translation>Über Transformationen</translation>
    </message>
    <message>
        <source>Over transforms, L2 (EOT)</source>
        <translation>Über Transformationen, L2 (EOT)</translation>
    </message>
    <message>
        <source>Over transforms, L∞ (EOT)</source>
        <translation>Über Transformationen, L∞ (EOT)</translation>
    </message>
    <message>
        <source>Print noise</source>
        <translation>Druckrauschen</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Sharif et al. 2016, doi:10.1145/2976749.2978392, section 4.1</source>
        <translation>Sharif et al. 2016, doi:10.1145/2976749.2978392, Abschnitt 4.1</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>The mask is the region that you paint, and none is painted.</source>
        <translation>Die Maske ist der gemalte Bereich, und keiner ist gemalt.</translation>
    </message>
    <message>
        <source>The spread of the strongest grain, of 1.</source>
        <translation>Die Streuung der stärksten Körnung, von 1.</translation>
    </message>
    <message>
        <source>The width of the widest blur, in pixels.</source>
        <translation>Die Breite der stärksten Unschärfe, in Pixeln.</translation>
    </message>
    <message>
        <source>What may change: glasses, a band, one or two stickers at the best place, or the region that you have painted.</source>
        <translation>Was sich ändern darf: eine Brille, ein Band, ein oder zwei Aufkleber am besten Platz oder der gemalte Bereich.</translation>
    </message>
    <message>
        <source>{name}: a region is a picture of {size} x {size} pixels.</source>
        <translation>{name}: Ein Bereich ist ein Bild von {size} x {size} Pixeln.</translation>
    </message>
    <message>
        <source>{name}: no pixel of this region is white, so none may change.</source>
        <translation>{name}: Kein Pixel dieses Bereichs ist weiß, also darf sich keines ändern.</translation>
    </message>
    <message>
        <source>{name}: this outcome was made without a region.</source>
        <translation>{name}: Dieses Ergebnis entstand ohne Bereich.</translation>
    </message>
</context>
<context>
    <name>core/datasets</name>
    <message>
        <source>7,494 digits by 30 writers, as pen strokes</source>
        <translation>7 494 Ziffern von 30 Schreibern, als Stiftstriche</translation>
    </message>
    <message>
        <source>70,000 handwritten digits, for training and for tests</source>
        <translation>70 000 handgeschriebene Ziffern, für Training und Tests</translation>
    </message>
    <message>
        <source>The download ended unexpectedly.</source>
        <translation>Das Herunterladen endete unerwartet.</translation>
    </message>
    <message>
        <source>answered {code} {reason}</source>
        <translation>antwortete {code} {reason}</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>brach ab</translation>
    </message>
    <message>
        <source>cannot be asked ({other})</source>
        <translation>lässt sich nicht fragen ({other})</translation>
    </message>
    <message>
        <source>cannot be made ({reason})</source>
        <translation>lässt sich nicht anlegen ({reason})</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>ist nicht erreichbar</translation>
    </message>
    <message>
        <source>cannot be reached over https</source>
        <translation>ist über https nicht erreichbar</translation>
    </message>
    <message>
        <source>cannot be reached through the proxy</source>
        <translation>ist über den Proxy nicht erreichbar</translation>
    </message>
    <message>
        <source>cut short, its gzip compression does not end</source>
        <translation>abgeschnitten, die gzip-Kompression endet nicht</translation>
    </message>
    <message>
        <source>gave an answer that makes no sense</source>
        <translation>gab eine sinnlose Antwort</translation>
    </message>
    <message>
        <source>gave no answer within {patience_s:g} s</source>
        <translation>antwortete {patience_s:g} s lang nicht</translation>
    </message>
    <message>
        <source>has a certificate that is not trusted</source>
        <translation>hat ein Zertifikat, dem nicht vertraut wird</translation>
    </message>
    <message>
        <source>images</source>
        <comment>what a file holds</comment>
        <translation>Bildern</translation>
    </message>
    <message>
        <source>its gzip compression is damaged</source>
        <translation>die gzip-Kompression ist beschädigt</translation>
    </message>
    <message>
        <source>labels</source>
        <comment>what a file holds</comment>
        <translation>Labels</translation>
    </message>
    <message>
        <source>sends from one address to the next without end</source>
        <translation>schickt endlos von einer Adresse zur nächsten</translation>
    </message>
    <message>
        <source>sends more than {most} MB</source>
        <translation>sendet mehr als {most} MB</translation>
    </message>
    <message>
        <source>sent another part than it was asked for</source>
        <translation>sandte einen anderen Teil als den verlangten</translation>
    </message>
    <message>
        <source>sent nothing more for {patience_s:g} s</source>
        <translation>sandte {patience_s:g} s lang nichts mehr</translation>
    </message>
    <message>
        <source>sent something else than the file</source>
        <translation>sandte etwas anderes als die Datei</translation>
    </message>
    <message>
        <source>the pen digits</source>
        <translation>die Stiftziffern</translation>
    </message>
    <message>
        <source>too large once unpacked (over {most} MB)</source>
        <translation>entpackt zu groß (über {most} MB)</translation>
    </message>
    <message>
        <source>{first_words} cannot be downloaded ({told}): look at the connection and try again, or choose a folder that holds the files.</source>
        <translation>{first_words}: Herunterladen nicht möglich ({told}). Verbindung prüfen und erneut versuchen oder einen Ordner mit den Dateien wählen.</translation>
    </message>
    <message>
        <source>{folder} does not hold {title}: {name} is not there.</source>
        <translation>{folder} enthält {title} nicht: {name} fehlt.</translation>
    </message>
    <message>
        <source>{folder}: {name} (or {name}.gz) is not there.</source>
        <translation>{folder}: {name} (oder {name}.gz) fehlt.</translation>
    </message>
    <message>
        <source>{name}, digit {number}: more than {points:,} points.</source>
        <translation>{name}, Ziffer {number}: mehr als {points:,} Punkte.</translation>
    </message>
    <message>
        <source>{name}, digit {number}: no line with label and writer.</source>
        <translation>{name}, Ziffer {number}: keine Zeile mit Label und Schreiber.</translation>
    </message>
    <message>
        <source>{name}, digit {number}: strokes missing or damaged.</source>
        <translation>{name}, Ziffer {number}: Striche fehlen oder sind beschädigt.</translation>
    </message>
    <message>
        <source>{name}: cut short within its header.</source>
        <translation>{name}: im Kopf abgeschnitten.</translation>
    </message>
    <message>
        <source>{name}: its gzip compression is damaged.</source>
        <translation>{name}: Die gzip-Kompression ist beschädigt.</translation>
    </message>
    <message>
        <source>{name}: its images are {size} pixels, not 28 x 28.</source>
        <translation>{name}: Die Bilder haben {size} Pixel, nicht 28 x 28.</translation>
    </message>
    <message>
        <source>{name}: no digits in it.</source>
        <translation>{name}: keine Ziffern darin.</translation>
    </message>
    <message>
        <source>{name}: no images in it.</source>
        <translation>{name}: keine Bilder darin.</translation>
    </message>
    <message>
        <source>{name}: no pen digits in it.</source>
        <translation>{name}: keine Stiftziffern darin.</translation>
    </message>
    <message>
        <source>{name}: not an IDX file of {kind} (its magic number is {magic}, not {wanted}).</source>
        <translation>{name}: keine IDX-Datei mit {kind} (ihre Kennzahl ist {magic}, nicht {wanted}).</translation>
    </message>
    <message>
        <source>{name}: the label {label} is not a digit.</source>
        <translation>{name}: Das Label {label} ist keine Ziffer.</translation>
    </message>
    <message>
        <source>{name}: {images} images, but {other} has {labels} labels.</source>
        <translation>{name}: {images} Bilder, aber {other} hat {labels} Labels.</translation>
    </message>
    <message>
        <source>{name}: {there} bytes of {kind}, where its header tells of {told}.</source>
        <translation>{name}: {there} Bytes mit {kind}, der Kopf nennt {told}.</translation>
    </message>
    <message>
        <source>{packed}: packed by compress ({compress}), which advgui does not read; unpack it there, with gzip -d {name} or with 7-Zip.</source>
        <translation>{packed}: mit compress ({compress}) gepackt, was advgui nicht liest; dort mit gzip -d {name} oder 7-Zip entpacken.</translation>
    </message>
    <message>
        <source>{parent}: cannot be made ({reason}).</source>
        <translation>{parent}: lässt sich nicht anlegen ({reason}).</translation>
    </message>
    <message>
        <source>{path}: there already, with other bytes than were published, and left as it is; choose another folder.</source>
        <translation>{path}: schon da, mit anderen Bytes als veröffentlicht, und bleibt, wie es ist; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{variable}: {address} is no http or https address.</source>
        <translation>{variable}: {address} ist keine http- oder https-Adresse.</translation>
    </message>
</context>
<context>
    <name>core/defences</name>
    <message>
        <source>Above it, a pixel is ink.</source>
        <translation>Darüber ist ein Pixel Tinte.</translation>
    </message>
    <message>
        <source>At most, in pixels either way.</source>
        <translation>Höchstens, in Pixeln nach jeder Seite.</translation>
    </message>
    <message>
        <source>Binary threshold</source>
        <translation>Binäre Schwelle</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Bittiefe</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Begrenzen</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Ziehungen</translation>
    </message>
    <message>
        <source>Every pixel becomes a weighted mean of those around it.</source>
        <translation>Jedes Pixel wird zum gewichteten Mittel seiner Umgebung.</translation>
    </message>
    <message>
        <source>Every pixel becomes paper or ink before the network sees it.</source>
        <translation>Jedes Pixel wird Papier oder Tinte, bevor das Netz es sieht.</translation>
    </message>
    <message>
        <source>Every pixel becomes the median of those around it.</source>
        <translation>Jedes Pixel wird zum Median seiner Umgebung.</translation>
    </message>
    <message>
        <source>Every pixel gets random noise, and what is read is averaged.</source>
        <translation>Jedes Pixel bekommt zufälliges Rauschen; das Gelesene wird gemittelt.</translation>
    </message>
    <message>
        <source>Every pixel is rounded to a few levels of gray.</source>
        <translation>Jedes Pixel wird auf wenige Graustufen gerundet.</translation>
    </message>
    <message>
        <source>Gaussian smoothing</source>
        <translation>Gauß-Glättung</translation>
    </message>
    <message>
        <source>Its width and height, in pixels.</source>
        <translation>Breite und Höhe, in Pixeln.</translation>
    </message>
    <message>
        <source>Liu et al. 2018, arXiv:1712.00673, before the first layer</source>
        <translation>Liu et al. 2018, arXiv:1712.00673, vor der ersten Schicht</translation>
    </message>
    <message>
        <source>Makes its draws repeatable.</source>
        <translation>Macht die Ziehungen wiederholbar.</translation>
    </message>
    <message>
        <source>Median smoothing</source>
        <translation>Median-Glättung</translation>
    </message>
    <message>
        <source>Of a pixel: 1 is ink or paper, 8 changes nothing.</source>
        <translation>Eines Pixels: 1 ist Tinte oder Papier, 8 ändert nichts.</translation>
    </message>
    <message>
        <source>Of the sigmoid whose slope an aware attacker takes for the threshold's; 0 is straight through.</source>
        <translation>Der Sigmoidfunktion, deren Steigung ein wissender Angreifer für die der Schwelle nimmt; 0 reicht sie einfach durch.</translation>
    </message>
    <message>
        <source>Of which the network's logits are the mean; in a chain the largest number counts.</source>
        <translation>Deren Mittel die Logits des Netzes sind; in einer Kette zählt die größte Zahl.</translation>
    </message>
    <message>
        <source>Random noise</source>
        <translation>Zufälliges Rauschen</translation>
    </message>
    <message>
        <source>Random shift</source>
        <translation>Zufällige Verschiebung</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>The Gaussian's width, in pixels.</source>
        <translation>Die Breite der Gaußkurve, in Pixeln.</translation>
    </message>
    <message>
        <source>The image is moved at random, and what is read is averaged.</source>
        <translation>Das Bild wird zufällig verschoben; das Gelesene wird gemittelt.</translation>
    </message>
    <message>
        <source>The noise's standard deviation, of ink that is 1.</source>
        <translation>Die Standardabweichung des Rauschens; volle Tinte ist 1.</translation>
    </message>
    <message>
        <source>The report; Xu et al. 2018, arXiv:1704.01155, with one bit</source>
        <translation>Der Bericht; Xu et al. 2018, arXiv:1704.01155, mit einem Bit</translation>
    </message>
    <message>
        <source>There is no defence {name!r}; {there}.</source>
        <translation>Es gibt keine Verteidigung {name!r}; {there}.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Whether noisy pixels are kept from 0 to 1; smoothing wants them not to be.</source>
        <translation>Ob verrauschte Pixel von 0 bis 1 begrenzt werden; für Smoothing besser nicht.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Xu et al. 2018, arXiv:1704.01155, who smooth by the median</source>
        <translation>Xu et al. 2018, arXiv:1704.01155, die mit dem Median glätten</translation>
    </message>
    <message>
        <source>nothing is proven of the defence “{title}”</source>
        <translation>über die Verteidigung „{title}“ wird nichts bewiesen</translation>
    </message>
    <message>
        <source>the defence “{title}” has no form in ONNX</source>
        <translation>die Verteidigung „{title}“ hat keine Form in ONNX</translation>
    </message>
    <message>
        <source>the defence “{title}” is drawn at random and has no form in ONNX</source>
        <translation>die Verteidigung „{title}“ ist zufällig und hat keine Form in ONNX</translation>
    </message>
    <message>
        <source>{network} behind {defences}</source>
        <translation>{network} hinter {defences}</translation>
    </message>
</context>
<context>
    <name>core/defences/certificates</name>
    <message>
        <source>The network {network} cannot be certified: {error}.</source>
        <translation>Das Netz {network} lässt sich nicht zertifizieren: {error}.</translation>
    </message>
</context>
<context>
    <name>core/defences/certificates/votes</name>
    <message>
        <source>How many noisy copies vote; more prove more of what is read surely.</source>
        <translation>Wie viele verrauschte Kopien abstimmen; mehr beweisen mehr von dem, was sicher gelesen wird.</translation>
    </message>
    <message>
        <source>How many other copies choose the label that is then counted.</source>
        <translation>Wie viele andere Kopien das Label wählen, das dann gezählt wird.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>The chance that what is told to be proven of an image is not so.</source>
        <translation>Die Wahrscheinlichkeit, dass das als bewiesen Genannte bei einem Bild nicht stimmt.</translation>
    </message>
    <message>
        <source>The standard deviation of the noise at every pixel, pixels being from 0 to 1.</source>
        <translation>Die Standardabweichung des Rauschens an jedem Pixel; Pixel gehen von 0 bis 1.</translation>
    </message>
</context>
<context>
    <name>core/defences/detectors</name>
    <message>
        <source>Activation clustering</source>
        <translation>Cluster der Aktivierungen</translation>
    </message>
    <message>
        <source>Brodley and Friedl 1999, arXiv:1106.0219, filtering by a classifier</source>
        <translation>Brodley und Friedl 1999, arXiv:1106.0219, Filtern durch einen Klassifikator</translation>
    </message>
    <message>
        <source>Chen et al. 2018, arXiv:1811.03728, sections 4 and 5</source>
        <translation>Chen et al. 2018, arXiv:1811.03728, Abschnitte 4 und 5</translation>
    </message>
    <message>
        <source>Confidence below</source>
        <translation>Zuversicht unter</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Far out along the main direction of a label's hidden activations.</source>
        <translation>Weit außen in der Hauptrichtung der verborgenen Aktivierungen eines Labels.</translation>
    </message>
    <message>
        <source>Loss outliers</source>
        <translation>Ausreißer im Verlust</translation>
    </message>
    <message>
        <source>Smaller than</source>
        <translation>Kleiner als</translation>
    </message>
    <message>
        <source>Spectral signatures</source>
        <translation>Spektrale Signaturen</translation>
    </message>
    <message>
        <source>The confidence in a digit's own label below which it is taken for poisoned.</source>
        <translation>Die Zuversicht im eigenen Label einer Ziffer, unter der sie als vergiftet gilt.</translation>
    </message>
    <message>
        <source>The share of a label's digits below which a cluster is taken for poisoned.</source>
        <translation>Der Anteil der Ziffern eines Labels, unter dem ein Cluster als vergiftet gilt.</translation>
    </message>
    <message>
        <source>The share of a label's digits that may be poisoned; 1.5 times as many are taken.</source>
        <translation>Der Anteil der Ziffern eines Labels, die vergiftet sein können; 1,5-mal so viele werden genommen.</translation>
    </message>
    <message>
        <source>The small one of two clusters of a label's hidden activations.</source>
        <translation>Der kleinere zweier Cluster der verborgenen Aktivierungen eines Labels.</translation>
    </message>
    <message>
        <source>There is no detector {name!r}; {there}.</source>
        <translation>Es gibt keinen Detektor {name!r}; {there}.</translation>
    </message>
    <message>
        <source>Tran, Li and Madry 2018, arXiv:1811.00636, algorithm 1</source>
        <translation>Tran, Li und Madry 2018, arXiv:1811.00636, Algorithmus 1</translation>
    </message>
    <message>
        <source>What the network does not read as it is labelled.</source>
        <translation>Was das Netz anders liest, als es gekennzeichnet ist.</translation>
    </message>
</context>
<context>
    <name>core/digits</name>
    <message>
        <source>The image is empty, all its pixels are alike.</source>
        <translation>Das Bild ist leer, alle Pixel sind gleich.</translation>
    </message>
    <message>
        <source>The image is too small for a digit ({width} x {height} pixels).</source>
        <translation>Das Bild ist zu klein für eine Ziffer ({width} x {height} Pixel).</translation>
    </message>
    <message>
        <source>The image shows no digit that stands out from its background.</source>
        <translation>Das Bild zeigt keine Ziffer, die sich vom Hintergrund abhebt.</translation>
    </message>
    <message>
        <source>a HEIC photo, as iPhones take them; send or save it as JPEG and open that.</source>
        <translation>ein HEIC-Foto, wie iPhones es aufnehmen; als JPEG senden oder speichern und das öffnen.</translation>
    </message>
    <message>
        <source>a JPEG of more than {most} scans.</source>
        <translation>ein JPEG mit mehr als {most} Durchläufen.</translation>
    </message>
    <message>
        <source>a coordinate that is not a number up to a billion</source>
        <translation>eine Koordinate, die keine Zahl bis zu einer Milliarde ist</translation>
    </message>
    <message>
        <source>a digit without strokes</source>
        <translation>eine Ziffer ohne Striche</translation>
    </message>
    <message>
        <source>a point that is not [x, y] or [x, y, pressure]</source>
        <translation>ein Punkt, der nicht [x, y] oder [x, y, Druck] ist</translation>
    </message>
    <message>
        <source>a pressure that is not from 0 to 1</source>
        <translation>ein Druck, der nicht von 0 bis 1 ist</translation>
    </message>
    <message>
        <source>a stroke has the pressure of some points only</source>
        <translation>ein Strich hat den Druck nur mancher Punkte</translation>
    </message>
    <message>
        <source>a stroke without points</source>
        <translation>ein Strich ohne Punkte</translation>
    </message>
    <message>
        <source>damaged or cut short.</source>
        <translation>beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>no 8-bit gray image of {width} x {height} pixels</source>
        <translation>kein 8-Bit-Graubild von {width} x {height} Pixeln</translation>
    </message>
    <message>
        <source>not a PNG or JPEG image.</source>
        <translation>kein PNG- oder JPEG-Bild.</translation>
    </message>
    <message>
        <source>the label {label} is not a digit from 0 to 9</source>
        <translation>das Label {label} ist keine Ziffer von 0 bis 9</translation>
    </message>
    <message>
        <source>the pen {pen} is not a width up to {most}</source>
        <translation>der Stift {pen} ist keine Breite bis {most}</translation>
    </message>
    <message>
        <source>too large an image (over {most} megapixels).</source>
        <translation>ein zu großes Bild (über {most} Megapixel).</translation>
    </message>
    <message>
        <source>too large for a {mode} JPEG in several scans (over {most} megapixels); save it as RGB, or not as progressive.</source>
        <translation>zu groß für ein {mode}-JPEG in mehreren Durchläufen (über {most} Megapixel); als RGB oder nicht progressiv speichern.</translation>
    </message>
    <message>
        <source>{count:,} points, more than {most:,} in one digit</source>
        <translation>{count:,} Punkte, mehr als {most:,} in einer Ziffer</translation>
    </message>
    <message>
        <source>{count:,} strokes, more than {most:,} in one digit</source>
        <translation>{count:,} Striche, mehr als {most:,} in einer Ziffer</translation>
    </message>
    <message>
        <source>{name}, line {number}</source>
        <translation>{name}, Zeile {number}</translation>
    </message>
    <message>
        <source>{name}: it has more than {size} x {size} pixels.</source>
        <translation>{name}: Es hat mehr als {size} x {size} Pixel.</translation>
    </message>
    <message>
        <source>{name}: it is no PNG image, or damaged.</source>
        <translation>{name}: kein PNG-Bild oder beschädigt.</translation>
    </message>
    <message>
        <source>{name}: more than {most:,} lines of digits.</source>
        <translation>{name}: mehr als {most:,} Zeilen mit Ziffern.</translation>
    </message>
    <message>
        <source>{path}, digit {number}</source>
        <translation>{path}, Ziffer {number}</translation>
    </message>
    <message>
        <source>{path}: not the gallery of advgui.</source>
        <translation>{path}: nicht die Galerie von advgui.</translation>
    </message>
    <message>
        <source>{place}: a digit of more than {most} MB.</source>
        <translation>{place}: eine Ziffer von mehr als {most} MB.</translation>
    </message>
    <message>
        <source>{place}: not an object with "strokes".</source>
        <translation>{place}: kein Objekt mit "strokes".</translation>
    </message>
    <message>
        <source>{place}: without a label and a title.</source>
        <translation>{place}: ohne Label und Titel.</translation>
    </message>
</context>
<context>
    <name>core/disk</name>
    <message>
        <source>{folder}: there is not enough room left on the disk ({amount} are needed).</source>
        <translation>{folder}: Auf dem Datenträger ist nicht genug Platz ({amount} werden gebraucht).</translation>
    </message>
    <message>
        <source>{folder}: there is not enough room left on the disk.</source>
        <translation>{folder}: Auf dem Datenträger ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>{parent}: not a folder.</source>
        <translation>{parent}: kein Ordner.</translation>
    </message>
    <message>
        <source>{path}: a folder, not a file that can be written.</source>
        <translation>{path}: ein Ordner, keine Datei zum Schreiben.</translation>
    </message>
    <message>
        <source>{path}: a folder, not a file.</source>
        <translation>{path}: ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>{path}: a link stands where a file has to go.</source>
        <translation>{path}: Wo eine Datei hingehört, steht ein Link.</translation>
    </message>
    <message>
        <source>{path}: another advgui is writing there, and does not come to an end.</source>
        <translation>{path}: Ein anderes advgui schreibt dort und wird nicht fertig.</translation>
    </message>
    <message>
        <source>{path}: cannot be read ({reason}).</source>
        <translation>{path}: lässt sich nicht lesen ({reason}).</translation>
    </message>
    <message>
        <source>{path}: cannot be written ({reason}).</source>
        <translation>{path}: lässt sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>{path}: cannot be written, as its folder is not there.</source>
        <translation>{path}: lässt sich nicht schreiben, da der Ordner fehlt.</translation>
    </message>
    <message>
        <source>{path}: cannot be written, as no file may be so large here.</source>
        <translation>{path}: lässt sich nicht schreiben, da hier keine Datei so groß sein darf.</translation>
    </message>
    <message>
        <source>{path}: no file can have such a name.</source>
        <translation>{path}: So kann keine Datei heißen.</translation>
    </message>
    <message>
        <source>{path}: not a folder.</source>
        <translation>{path}: kein Ordner.</translation>
    </message>
    <message>
        <source>{path}: not a regular file, so nothing is written to it.</source>
        <translation>{path}: keine gewöhnliche Datei, also wird nichts hineingeschrieben.</translation>
    </message>
    <message>
        <source>{path}: not a regular file.</source>
        <translation>{path}: keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{path}: read-only, so it is left as it is.</source>
        <translation>{path}: schreibgeschützt, bleibt also unverändert.</translation>
    </message>
    <message>
        <source>{path}: too large (over {most} MB).</source>
        <translation>{path}: zu groß (über {most} MB).</translation>
    </message>
    <message>
        <source>{path}…: not a whole data URL in base64.</source>
        <translation>{path}…: keine vollständige Daten-URL in base64.</translation>
    </message>
</context>
<context>
    <name>core/evaluation</name>
    <message>
        <source>A budget is a number of at least 0; it cannot be {size:g}.</source>
        <translation>Ein Budget ist eine Zahl ab 0; nicht möglich ist {size:g}.</translation>
    </message>
    <message>
        <source>No attack keeps to a budget in the norm {norm}.</source>
        <translation>Kein Angriff hält ein Budget in der Norm {norm} ein.</translation>
    </message>
    <message>
        <source>The attack {attack} has no budget in the norm {norm}.</source>
        <translation>Der Angriff {attack} hat kein Budget in der Norm {norm}.</translation>
    </message>
    <message>
        <source>the first {count:,} test images, each attacked by {attack} in {steps} steps of a budget of {budget:g}</source>
        <translation>den ersten {count:,} Testbildern, je angegriffen mit „{attack}“ in {steps} Schritten und einem Budget von {budget:g}</translation>
    </message>
    <message>
        <source>{count:,} pen digits by writers never trained on</source>
        <translation>{count:,} Stiftziffern von Schreibern, mit denen nie trainiert wurde</translation>
    </message>
    <message>
        <source>{count:,} test images that it reads correctly, toward random wrong digits in {steps} steps</source>
        <translation>{count:,} Testbildern, die es richtig liest, hin zu zufälligen falschen Ziffern in {steps} Schritten</translation>
    </message>
</context>
<context>
    <name>core/formats</name>
    <message>
        <source>ONNX files need the package onnx, which is not installed: pip install advgui[onnx]</source>
        <translation>ONNX-Dateien brauchen das Paket onnx, das nicht installiert ist: pip install advgui[onnx]</translation>
    </message>
    <message>
        <source>a layer of the kind {kind} cannot be saved</source>
        <translation>eine Schicht der Art {kind} lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>a network of a newer advgui than this</source>
        <translation>ein Netz eines neueren advgui als dieses</translation>
    </message>
    <message>
        <source>a safetensors file with a head of more than {most} MB</source>
        <translation>eine safetensors-Datei mit einem Kopf von mehr als {most} MB</translation>
    </message>
    <message>
        <source>a safetensors file, but not a network of advgui; export the network as ONNX to open it</source>
        <translation>eine safetensors-Datei, aber kein Netz von advgui; zum Öffnen das Netz als ONNX exportieren</translation>
    </message>
    <message>
        <source>an unknown program</source>
        <translation>einem unbekannten Programm</translation>
    </message>
    <message>
        <source>averaged over {draws} draws, more than {most:,} numbers are computed of one image</source>
        <translation>über {draws} Ziehungen gemittelt, werden aus einem Bild mehr als {most:,} Zahlen berechnet</translation>
    </message>
    <message>
        <source>elsewhere; the file was made by {program}</source>
        <translation>anderswo; die Datei stammt von {program}</translation>
    </message>
    <message>
        <source>has {found} axes, not {axes}</source>
        <translation>hat {found} Achsen, nicht {axes}</translation>
    </message>
    <message>
        <source>holds weights that are not finite numbers</source>
        <translation>enthält Gewichte, die keine endlichen Zahlen sind</translation>
    </message>
    <message>
        <source>in its defence {name}: {error}</source>
        <translation>in seiner Verteidigung {name}: {error}</translation>
    </message>
    <message>
        <source>in its layer {number}, {kind}: {problems}</source>
        <translation>in seiner Schicht {number}, {kind}: {problems}</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is of the type {kind}; read are {kinds}</source>
        <translation>ist vom Typ {kind}; gelesen werden {kinds}</translation>
    </message>
    <message>
        <source>it gives an array of shape {shape}, not ten logits</source>
        <translation>es gibt ein Array der Form {shape}, keine zehn Logits</translation>
    </message>
    <message>
        <source>it has {count:,} weights, more than {most:,}</source>
        <translation>es hat {count:,} Gewichte, mehr als {most:,}</translation>
    </message>
    <message>
        <source>it has {layers:,} layers, more than {most:,}</source>
        <translation>es hat {layers:,} Schichten, mehr als {most:,}</translation>
    </message>
    <message>
        <source>it stands behind the unknown defence {name}; {there}</source>
        <translation>es steht hinter der unbekannten Verteidigung {name}; {there}</translation>
    </message>
    <message>
        <source>it stands behind {count:,} defences, more than {most}</source>
        <translation>es steht hinter {count:,} Verteidigungen, mehr als {most}</translation>
    </message>
    <message>
        <source>its card is {error}</source>
        <translation>seine Karte ist {error}</translation>
    </message>
    <message>
        <source>its defences are {error}</source>
        <translation>seine Verteidigungen sind {error}</translation>
    </message>
    <message>
        <source>its defences are {found}, no list</source>
        <translation>seine Verteidigungen sind {found}, keine Liste</translation>
    </message>
    <message>
        <source>its layer {number} is of the unknown kind {kind}</source>
        <translation>seine Schicht {number} ist von der unbekannten Art {kind}</translation>
    </message>
    <message>
        <source>its layer {number} is {fields}, no table of names and values</source>
        <translation>seine Schicht {number} ist {fields}, keine Tabelle von Namen und Werten</translation>
    </message>
    <message>
        <source>its layers are no list</source>
        <translation>seine Schichten sind keine Liste</translation>
    </message>
    <message>
        <source>its layers are {error}</source>
        <translation>seine Schichten sind {error}</translation>
    </message>
    <message>
        <source>its output is {output}, neither sigmoid nor softmax</source>
        <translation>seine Ausgabe ist {output}, weder sigmoid noch softmax</translation>
    </message>
    <message>
        <source>its weights are so large that numbers in it grow beyond {largest:.0e} and overflow</source>
        <translation>seine Gewichte sind so groß, dass Zahlen darin über {largest:.0e} wachsen und überlaufen</translation>
    </message>
    <message>
        <source>more than {most:,} numbers are computed of one image</source>
        <translation>aus einem Bild werden mehr als {most:,} Zahlen berechnet</translation>
    </message>
    <message>
        <source>no list of {count} whole numbers from {least} to {most}</source>
        <translation>keine Liste von {count} ganzen Zahlen von {least} bis {most}</translation>
    </message>
    <message>
        <source>no number of 32 bits</source>
        <translation>keine Zahl von 32 Bit</translation>
    </message>
    <message>
        <source>no whole number from {least} to {most}</source>
        <translation>keine ganze Zahl von {least} bis {most}</translation>
    </message>
    <message>
        <source>not a complete safetensors file</source>
        <translation>keine vollständige safetensors-Datei</translation>
    </message>
    <message>
        <source>not a complete safetensors file: its head is {error}</source>
        <translation>keine vollständige safetensors-Datei: Ihr Kopf ist {error}</translation>
    </message>
    <message>
        <source>not a network, but what an attack has learned: the page One for all opens it</source>
        <translation>kein Netz, sondern was ein Angriff gelernt hat: Die Seite „Eins für alle“ öffnet es</translation>
    </message>
    <message>
        <source>one of its defences is {found}, no name with parameters</source>
        <translation>eine seiner Verteidigungen ist {found}, kein Name mit Parametern</translation>
    </message>
    <message>
        <source>the defence “{title}” is not among those that can be opened</source>
        <translation>die Verteidigung „{title}“ ist keine von denen, die sich öffnen lassen</translation>
    </message>
    <message>
        <source>the shapes of its weights do not fit together</source>
        <translation>die Formen der Gewichte passen nicht zusammen</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} bis {most}</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} fehlt</translation>
    </message>
    <message>
        <source>{name} {value} is {problem}</source>
        <translation>{name} {value} ist {problem}</translation>
    </message>
    <message>
        <source>{where} has the size {size} for {axis}, not {expected}</source>
        <translation>{where} hat für {axis} die Größe {size}, nicht {expected}</translation>
    </message>
</context>
<context>
    <name>core/formats/onnx</name>
    <message>
        <source>a constant</source>
        <translation>eine Konstante</translation>
    </message>
    <message>
        <source>a graph of {nodes:,} nodes, more than {most:,}</source>
        <translation>ein Graph mit {nodes:,} Knoten, mehr als {most:,}</translation>
    </message>
    <message>
        <source>a matrix of the shape {shape} does not fit what comes before it</source>
        <translation>eine Matrix der Form {shape} passt nicht zum Vorhergehenden</translation>
    </message>
    <message>
        <source>it cannot be computed from constants</source>
        <translation>lässt sich nicht aus Konstanten berechnen</translation>
    </message>
    <message>
        <source>it cannot be computed from the image</source>
        <translation>lässt sich nicht aus dem Bild berechnen</translation>
    </message>
    <message>
        <source>it cannot make the shape {shape} of {before}</source>
        <translation>kann aus {before} nicht die Form {shape} machen</translation>
    </message>
    <message>
        <source>it comes after the {output} with which the network ends</source>
        <translation>kommt nach {output}, womit das Netz endet</translation>
    </message>
    <message>
        <source>it divides by 0, or by what comes from the image</source>
        <translation>teilt durch 0 oder durch etwas aus dem Bild</translation>
    </message>
    <message>
        <source>it does not read forward, or its images come before its rows</source>
        <translation>liest nicht vorwärts, oder die Bilder kommen vor den Zeilen</translation>
    </message>
    <message>
        <source>it does not run over the logits of each image</source>
        <translation>läuft nicht über die Logits jedes Bildes</translation>
    </message>
    <message>
        <source>it drops an axis of more than one number</source>
        <translation>lässt eine Achse mit mehr als einer Zahl weg</translation>
    </message>
    <message>
        <source>it gives nothing that depends on an image, not ten logits</source>
        <translation>es gibt nichts, was vom Bild abhängt, keine zehn Logits</translation>
    </message>
    <message>
        <source>it gives {shapes}, not ten logits</source>
        <translation>es gibt {shapes}, keine zehn Logits</translation>
    </message>
    <message>
        <source>it has more than {fields:,} fields, or lists as long as that</source>
        <translation>es hat mehr als {fields:,} Felder oder so lange Listen</translation>
    </message>
    <message>
        <source>it has no axis {axis}</source>
        <translation>hat keine Achse {axis}</translation>
    </message>
    <message>
        <source>it has no input</source>
        <translation>hat keine Eingabe</translation>
    </message>
    <message>
        <source>it has sequence_lens or clip</source>
        <translation>hat sequence_lens oder clip</translation>
    </message>
    <message>
        <source>it holds no numbers</source>
        <translation>enthält keine Zahlen</translation>
    </message>
    <message>
        <source>it holds weights that are not finite numbers</source>
        <translation>es enthält Gewichte, die keine endlichen Zahlen sind</translation>
    </message>
    <message>
        <source>it is in training mode</source>
        <translation>ist im Trainingsmodus</translation>
    </message>
    <message>
        <source>it is not two-dimensional</source>
        <translation>ist nicht zweidimensional</translation>
    </message>
    <message>
        <source>it joins two branches; a network here is one chain of layers</source>
        <translation>verbindet zwei Zweige; ein Netz ist hier eine einzige Kette von Schichten</translation>
    </message>
    <message>
        <source>it makes a constant of the impossible shape {shape}</source>
        <translation>ergibt eine Konstante der unmöglichen Form {shape}</translation>
    </message>
    <message>
        <source>it makes a constant of {numbers:,} numbers, more than {most:,}</source>
        <translation>ergibt eine Konstante von {numbers:,} Zahlen, mehr als {most:,}</translation>
    </message>
    <message>
        <source>it makes no numbers of an image</source>
        <translation>es macht aus einem Bild keine Zahlen</translation>
    </message>
    <message>
        <source>it makes numbers of a type that is not supported</source>
        <translation>ergibt Zahlen eines Typs, der nicht unterstützt wird</translation>
    </message>
    <message>
        <source>it makes whole numbers of what comes from the image</source>
        <translation>macht ganze Zahlen aus dem, was aus dem Bild kommt</translation>
    </message>
    <message>
        <source>it mixes the numbers of several images</source>
        <translation>mischt die Zahlen mehrerer Bilder</translation>
    </message>
    <message>
        <source>it multiplies a constant by what comes from the image</source>
        <translation>multipliziert eine Konstante mit etwas aus dem Bild</translation>
    </message>
    <message>
        <source>it pads by {mode}; supported is one number</source>
        <translation>füllt mit {mode} auf; unterstützt wird eine Zahl</translation>
    </message>
    <message>
        <source>it pads other axes than height and width</source>
        <translation>füllt andere Achsen als Höhe und Breite auf</translation>
    </message>
    <message>
        <source>it picks out single images</source>
        <translation>greift einzelne Bilder heraus</translation>
    </message>
    <message>
        <source>it pools beyond the edge, or by windows that lie across one another</source>
        <translation>fasst über den Rand hinaus oder in überlappenden Fenstern zusammen</translation>
    </message>
    <message>
        <source>it pools by {high} x {wide}; supported are squares</source>
        <translation>fasst {high} x {wide} zusammen; unterstützt werden Quadrate</translation>
    </message>
    <message>
        <source>it resets after the product; supported is linear_before_reset = 0</source>
        <translation>setzt nach dem Produkt zurück; unterstützt wird linear_before_reset = 0</translation>
    </message>
    <message>
        <source>it starts from another state than zero</source>
        <translation>beginnt mit einem anderen Zustand als null</translation>
    </message>
    <message>
        <source>it takes a mean over other axes than height and width</source>
        <translation>mittelt über andere Achsen als Höhe und Breite</translation>
    </message>
    <message>
        <source>it takes its numbers in an order that cannot be followed</source>
        <translation>nimmt die Zahlen in einer nicht nachvollziehbaren Reihenfolge</translation>
    </message>
    <message>
        <source>it takes the mean of an image that is no square</source>
        <translation>mittelt über ein Bild, das kein Quadrat ist</translation>
    </message>
    <message>
        <source>it takes the same numbers more than once</source>
        <translation>nimmt dieselben Zahlen mehrmals</translation>
    </message>
    <message>
        <source>it takes {inputs} inputs, not one image</source>
        <translation>es nimmt {inputs} Eingaben, nicht ein Bild</translation>
    </message>
    <message>
        <source>it turns the image's numbers</source>
        <translation>dreht die Zahlen des Bildes</translation>
    </message>
    <message>
        <source>it uses {name!r}, which nothing before it computes</source>
        <translation>verwendet {name!r}, was nichts davor berechnet</translation>
    </message>
    <message>
        <source>its activation is not tanh</source>
        <translation>die Aktivierung ist nicht tanh</translation>
    </message>
    <message>
        <source>its activations are not sigmoid and tanh</source>
        <translation>die Aktivierungen sind nicht sigmoid und tanh</translation>
    </message>
    <message>
        <source>its bias does not fit its kernel</source>
        <translation>der Bias passt nicht zum Kern</translation>
    </message>
    <message>
        <source>its constant has another shape than what comes before it</source>
        <translation>die Konstante hat eine andere Form als das Vorhergehende</translation>
    </message>
    <message>
        <source>its first nodes are not those of the defences that it tells of</source>
        <translation>die ersten Knoten sind nicht die der Verteidigungen, die es nennt</translation>
    </message>
    <message>
        <source>its graph is not the grid of the pixels</source>
        <translation>der Graph ist nicht das Gitter der Pixel</translation>
    </message>
    <message>
        <source>its input are no rows of images</source>
        <translation>die Eingabe sind keine Bildzeilen</translation>
    </message>
    <message>
        <source>its input has the shape {shape}; supported are batches of 784 numbers, or of 28 x 28 pixels in one channel</source>
        <translation>seine Eingabe hat die Form {shape}; unterstützt werden Stapel von 784 Zahlen oder von 28 x 28 Pixeln in einem Kanal</translation>
    </message>
    <message>
        <source>its input is no batch of images with channels</source>
        <translation>die Eingabe ist kein Stapel von Bildern mit Kanälen</translation>
    </message>
    <message>
        <source>its input is no floating-point image from 0 to 1</source>
        <translation>seine Eingabe ist kein Gleitkomma-Bild von 0 bis 1</translation>
    </message>
    <message>
        <source>its input {number} has {size:,} numbers, more than {few}</source>
        <translation>die Eingabe {number} hat {size:,} Zahlen, mehr als {few}</translation>
    </message>
    <message>
        <source>its input {number} is no constant</source>
        <translation>die Eingabe {number} ist keine Konstante</translation>
    </message>
    <message>
        <source>its input {number} is not computed from the image</source>
        <translation>die Eingabe {number} wird nicht aus dem Bild berechnet</translation>
    </message>
    <message>
        <source>its kernel does not fit what comes before it</source>
        <translation>der Kern passt nicht zum Vorhergehenden</translation>
    </message>
    <message>
        <source>its kernel is dilated</source>
        <translation>der Kern ist gespreizt</translation>
    </message>
    <message>
        <source>its node {name!r} computes nothing</source>
        <translation>sein Knoten {name!r} berechnet nichts</translation>
    </message>
    <message>
        <source>its node {name!r}, {operator},</source>
        <translation>der Knoten {name!r}, {operator},</translation>
    </message>
    <message>
        <source>its order of axes is none</source>
        <translation>die Achsenfolge ist keine</translation>
    </message>
    <message>
        <source>its padding is {added}, more than its window can have</source>
        <translation>die Auffüllung ist {added}, mehr als das Fenster haben kann</translation>
    </message>
    <message>
        <source>its padding is {amounts}</source>
        <translation>die Auffüllung ist {amounts}</translation>
    </message>
    <message>
        <source>its padding is {pads}</source>
        <translation>die Auffüllung ist {pads}</translation>
    </message>
    <message>
        <source>its padding is {rule}</source>
        <translation>die Auffüllung ist {rule}</translation>
    </message>
    <message>
        <source>its shape does not fit what comes before it</source>
        <translation>die Form passt nicht zum Vorhergehenden</translation>
    </message>
    <message>
        <source>its steps are {strides}; supported is the same step both ways</source>
        <translation>die Schritte sind {strides}; unterstützt wird in beide Richtungen derselbe</translation>
    </message>
    <message>
        <source>its {filters} filters are not in {groups} groups</source>
        <translation>die {filters} Filter sind nicht in {groups} Gruppen</translation>
    </message>
    <message>
        <source>its {name} are no whole numbers</source>
        <translation>„{name}“ sind keine ganzen Zahlen</translation>
    </message>
    <message>
        <source>its {name} is no number</source>
        <translation>„{name}“ ist keine Zahl</translation>
    </message>
    <message>
        <source>its {name} is no whole number</source>
        <translation>„{name}“ ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>made for operators of version {version}; {oldest} is the oldest</source>
        <translation>für Operatoren der Version {version} gemacht; {oldest} ist die älteste</translation>
    </message>
    <message>
        <source>not a complete ONNX file</source>
        <translation>keine vollständige ONNX-Datei</translation>
    </message>
    <message>
        <source>not an ONNX file, or one without a graph</source>
        <translation>keine ONNX-Datei oder eine ohne Graph</translation>
    </message>
    <message>
        <source>the operator {operator} of its node {name!r} is not supported; supported are {names}</source>
        <translation>der Operator {operator} des Knotens {name!r} wird nicht unterstützt; unterstützt werden {names}</translation>
    </message>
    <message>
        <source>the shapes of its weights do not fit together</source>
        <translation>die Formen der Gewichte passen nicht zusammen</translation>
    </message>
    <message>
        <source>up to {where} more than {most} MB of constants are computed</source>
        <translation>bis {where} werden mehr als {most} MB an Konstanten berechnet</translation>
    </message>
    <message>
        <source>{title} holds no numbers that can be computed with</source>
        <translation>{title} enthält keine Zahlen, mit denen man rechnen kann</translation>
    </message>
    <message>
        <source>{title} holds numbers that are not finite</source>
        <translation>{title} enthält Zahlen, die nicht endlich sind</translation>
    </message>
    <message>
        <source>{title} is damaged</source>
        <translation>{title} ist beschädigt</translation>
    </message>
    <message>
        <source>{title} lies in another file; export the network as a single one</source>
        <translation>{title} liegt in einer anderen Datei; das Netz als eine einzige exportieren</translation>
    </message>
    <message>
        <source>{where} has inputs or attributes that do not fit</source>
        <translation>{where} hat Eingaben oder Attribute, die nicht passen</translation>
    </message>
    <message>
        <source>{where} is not supported: {error}</source>
        <translation>{where} wird nicht unterstützt: {error}</translation>
    </message>
</context>
<context>
    <name>core/nn</name>
    <message>
        <source>There is no loss {name!r}; {there}.</source>
        <translation>Es gibt keinen Verlust {name!r}; {there}.</translation>
    </message>
    <message>
        <source>intervals through a layer of the kind {kind} have no slope</source>
        <translation>Intervalle durch eine Schicht der Art {kind} haben keine Steigung</translation>
    </message>
    <message>
        <source>its card is damaged: {problems}</source>
        <translation>seine Karte ist beschädigt: {problems}</translation>
    </message>
    <message>
        <source>its card is not a table of names and values</source>
        <translation>seine Karte ist keine Tabelle von Namen und Werten</translation>
    </message>
    <message>
        <source>its {name} is not a number</source>
        <translation>„{name}“ ist keine Zahl</translation>
    </message>
    <message>
        <source>its {name} is not a text</source>
        <translation>„{name}“ ist kein Text</translation>
    </message>
</context>
<context>
    <name>core/nn/architectures</name>
    <message>
        <source>8 Chebyshev filters of order 8, pool, 16 of order 5, pool, 10</source>
        <translation>8 Tschebyschow-Filter der Ordnung 8, pool, 16 der Ordnung 5, pool, 10</translation>
    </message>
    <message>
        <source>Bernoulli naive Bayes</source>
        <translation>Naiver Bayes (Bernoulli)</translation>
    </message>
    <message>
        <source>Convolutional</source>
        <translation>Faltungsnetz</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>Vollständig verbunden</translation>
    </message>
    <message>
        <source>GRU of {units} units over {rows} rows, {labels}</source>
        <translation>GRU mit {units} Einheiten über {rows} Zeilen, {labels}</translation>
    </message>
    <message>
        <source>Graph-convolutional</source>
        <translation>Graph-Faltungsnetz</translation>
    </message>
    <message>
        <source>It has no confidences of its own: shown is the softmax of its margins.</source>
        <translation>Es hat keine eigenen Zuversichten: Gezeigt wird der Softmax seiner Abstände.</translation>
    </message>
    <message>
        <source>It is linear in the pixels' bits, paper or ink at .5. Its gradient is passed straight through to the pixels and tells the log-odds of each bit, what flipping it is worth; a change that does not cross .5 changes nothing, so a small attack chooses which pixels flip.</source>
        <translation>Es ist linear in den Bits der Pixel, Papier oder Tinte bei .5. Sein Gradient wird einfach zu den Pixeln durchgereicht und nennt die Log-Odds jedes Bits, also was sein Umkippen bringt; eine Änderung, die .5 nicht überschreitet, ändert nichts, daher wählt ein kleiner Angriff, welche Pixel kippen.</translation>
    </message>
    <message>
        <source>Linear support vector machine</source>
        <translation>Lineare Support-Vector-Machine</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>Rekurrent</translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation>Softmax-Regression</translation>
    </message>
    <message>
        <source>Strided convolutional</source>
        <translation>Faltungsnetz mit Schrittweite</translation>
    </message>
    <message>
        <source>The architecture {name} cannot have the activation {activation}; it can have {offered}.</source>
        <translation>Die Architektur {name} kann nicht die Aktivierung {activation} haben; möglich: {offered}.</translation>
    </message>
    <message>
        <source>The architecture {name} is counted and follows no gradient, so it cannot be trained to defend.</source>
        <translation>Die Architektur {name} wird gezählt und folgt keinem Gradienten, lässt sich also nicht zur Verteidigung trainieren.</translation>
    </message>
    <message>
        <source>The report's network</source>
        <translation>Netz des Berichts</translation>
    </message>
    <message>
        <source>The report's with {word}</source>
        <translation>Netz des Berichts mit {word}</translation>
    </message>
    <message>
        <source>none</source>
        <comment>activations</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>{pixels} bits-{labels}, counted</source>
        <translation>{pixels} Bits-{labels}, gezählt</translation>
    </message>
</context>
<context>
    <name>core/nn/layers</name>
    <message>
        <source>a layer of the kind {kind} has no form in ONNX</source>
        <translation>eine Schicht der Art {kind} hat keine Form in ONNX</translation>
    </message>
    <message>
        <source>a layer of the kind {kind} is not read from ONNX</source>
        <translation>eine Schicht der Art {kind} wird nicht aus ONNX gelesen</translation>
    </message>
    <message>
        <source>nothing is proven of a layer of the kind {kind}</source>
        <translation>über eine Schicht der Art {kind} wird nichts bewiesen</translation>
    </message>
</context>
<context>
    <name>core/resuming</name>
    <message>
        <source>What was kept of it does not fit it.</source>
        <translation>Was davon aufbewahrt wurde, passt nicht dazu.</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>es ist beschädigt</translation>
    </message>
    <message>
        <source>it is of a newer advgui</source>
        <translation>es stammt von einem neueren advgui</translation>
    </message>
    <message>
        <source>{name}: what is to be kept needs more than {most} MB.</source>
        <translation>{name}: Was aufzubewahren ist, braucht mehr als {most} MB.</translation>
    </message>
</context>
<context>
    <name>core/training</name>
    <message>
        <source>A network that ends in a layer of the kind {kind}, not in a dense one, cannot be trained to be certified.</source>
        <translation>Ein Netz, das mit einer Schicht der Art {kind} statt einer dichten endet, lässt sich nicht zertifiziert trainieren.</translation>
    </message>
    <message>
        <source>A network with a layer of the kind {kind} cannot be trained to be certified: intervals through it have no slope.</source>
        <translation>Ein Netz mit einer Schicht der Art {kind} lässt sich nicht zertifiziert trainieren: Intervalle durch sie haben keine Steigung.</translation>
    </message>
    <message>
        <source>Adversarially</source>
        <translation>Gegnerisch</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>By distillation</source>
        <translation>Durch Destillation</translation>
    </message>
    <message>
        <source>By how much any pixel may change without altering what is read, as is to be proven.</source>
        <translation>Um wie viel sich jedes Pixel beweisbar ändern darf, ohne dass anders gelesen wird.</translation>
    </message>
    <message>
        <source>By interval bounds</source>
        <translation>Mit Intervallgrenzen</translation>
    </message>
    <message>
        <source>Carlini and Wagner, at any distance</source>
        <translation>Carlini und Wagner, in jedem Abstand</translation>
    </message>
    <message>
        <source>Cohen et al. 2019, arXiv:1902.02918, section 3.3</source>
        <translation>Cohen et al. 2019, arXiv:1902.02918, Abschnitt 3.3</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>FGSM on the cross-entropy</source>
        <translation>FGSM auf der Kreuzentropie</translation>
    </message>
    <message>
        <source>FGSM on the logits over T</source>
        <translation>FGSM auf den Logits durch T</translation>
    </message>
    <message>
        <source>Gowal et al. 2018, arXiv:1810.12715; first weights: Shi et al. 2021, arXiv:2103.17268</source>
        <translation>Gowal et al. 2018, arXiv:1810.12715; erste Gewichte: Shi et al. 2021, arXiv:2103.17268</translation>
    </message>
    <message>
        <source>How large the changes may be that are mixed in, pixels being from 0 to 1.</source>
        <translation>Wie groß die beigemischten Änderungen sein dürfen; Pixel gehen von 0 bis 1.</translation>
    </message>
    <message>
        <source>How large the changes may be that it shall withstand, pixels being from 0 to 1.</source>
        <translation>Wie groß die Änderungen sein dürfen, denen es standhalten soll; Pixel gehen von 0 bis 1.</translation>
    </message>
    <message>
        <source>How many adversarial images each round mixes in.</source>
        <translation>Wie viele gegnerische Bilder jede Runde beimischt.</translation>
    </message>
    <message>
        <source>How many steps are made for each batch; one is the fast way.</source>
        <translation>Wie viele Schritte für jeden Stapel gemacht werden; einer ist der schnelle Weg.</translation>
    </message>
    <message>
        <source>How many steps make an image that is mixed in.</source>
        <translation>In wie vielen Schritten ein beigemischtes Bild entsteht.</translation>
    </message>
    <message>
        <source>How much the images as they are weigh once the budget has risen.</source>
        <translation>Wie viel die unveränderten Bilder wiegen, sobald das Budget angestiegen ist.</translation>
    </message>
    <message>
        <source>How often each image is shown.</source>
        <translation>Wie oft jedes Bild gezeigt wird.</translation>
    </message>
    <message>
        <source>How often images are made and mixed in, after a first plain training.</source>
        <translation>Wie oft nach einem ersten gewöhnlichen Training Bilder erzeugt und beigemischt werden.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>It has collapsed: it reads {read} of {digits} digits as {label}. A smaller budget, one that rises more slowly, or a larger network may help.</source>
        <translation>Es ist zusammengebrochen: Es liest {read} von {digits} Ziffern als {label}. Ein kleineres oder langsamer ansteigendes Budget oder ein größeres Netz kann helfen.</translation>
    </message>
    <message>
        <source>Kept from epoch {epoch} of {epochs}, as it read the most of the digits kept back then when they are {looked_at} within {budget}, {share:.1%}: chosen by these, it withstands a little less on others.</source>
        <translation>Behalten aus Epoche {epoch} von {epochs}, da das Netz nach ihr am meisten der zurückbehaltenen Ziffern las, wenn sie innerhalb {budget} {looked_at} sind, {share:.1%}: nach diesen ausgewählt, widersteht es bei anderen etwas weniger.</translation>
    </message>
    <message>
        <source>Kept from epoch {epoch} of {epochs}, as it read the most of {count} test digits then, {share:.1%}: chosen by these, it reads others a little less well.</source>
        <translation>Behalten aus Epoche {epoch} von {epochs}, da es damals von {count} Testziffern am meisten las, {share:.1%}: nach diesen gewählt, liest es andere etwas weniger gut.</translation>
    </message>
    <message>
        <source>Madry et al. 2018, arXiv:1706.06083; one step: Wong et al. 2020, arXiv:2001.03994</source>
        <translation>Madry et al. 2018, arXiv:1706.06083; ein Schritt: Wong et al. 2020, arXiv:2001.03994</translation>
    </message>
    <message>
        <source>No slope at all</source>
        <translation>Gar keine Steigung</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>PGD on the cross-entropy</source>
        <translation>PGD auf der Kreuzentropie</translation>
    </message>
    <message>
        <source>PGD on the lead in logits</source>
        <translation>PGD auf dem Vorsprung in Logits</translation>
    </message>
    <message>
        <source>Pen strokes, too</source>
        <translation>Auch Stiftstriche</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Poisoned on purpose, and trained anew without the {caught:,} training images that were caught by: {detector}. {what}.</source>
        <translation>Absichtlich vergiftet und ohne die {caught:,} Trainingsbilder neu trainiert, die entdeckt wurden von: {detector}. {what}.</translation>
    </message>
    <message>
        <source>Poisoned on purpose. {what}; {count:,} of {images:,} training images were changed.</source>
        <translation>Absichtlich vergiftet. {what}; {count:,} von {images:,} Trainingsbildern wurden verändert.</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>Anstieg</translation>
    </message>
    <message>
        <source>Round by round it reads {parts}.</source>
        <translation>Runde für Runde liest es {parts}.</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Share of MNIST</source>
        <translation>Anteil von MNIST</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>The detector {detector} has not looked; {there}.</source>
        <translation>Der Detektor {detector} hat nicht gesucht; {there}.</translation>
    </message>
    <message>
        <source>The noise's standard deviation in every pixel, pixels being from 0 to 1.</source>
        <translation>Die Standardabweichung des Rauschens in jedem Pixel; Pixel gehen von 0 bis 1.</translation>
    </message>
    <message>
        <source>The part of MNIST's training images that is used.</source>
        <translation>Der Teil der Trainingsbilder von MNIST, der benutzt wird.</translation>
    </message>
    <message>
        <source>The share of the training over which the budget rises from nothing.</source>
        <translation>Der Anteil des Trainings, über den das Budget von null ansteigt.</translation>
    </message>
    <message>
        <source>The training images are others than those that were looked through.</source>
        <translation>Die Trainingsbilder sind andere als die durchsuchten.</translation>
    </message>
    <message>
        <source>The training that was under way is lost: {why}.</source>
        <translation>Das begonnene Training ist verloren: {why}.</translation>
    </message>
    <message>
        <source>There is no architecture {name!r}; {there}.</source>
        <translation>Es gibt keine Architektur {name!r}; {there}.</translation>
    </message>
    <message>
        <source>There is no way of training {name!r}; {there}.</source>
        <translation>Es gibt keine Trainingsart {name!r}; {there}.</translation>
    </message>
    <message>
        <source>Train again and again, with images among the digits that fooled the round before.</source>
        <translation>Immer wieder trainieren, mit Bildern unter den Ziffern, die die Runde davor getäuscht haben.</translation>
    </message>
    <message>
        <source>Train on adversarial images alone, against changes within a budget.</source>
        <translation>Nur mit gegnerischen Bildern trainieren, gegen Änderungen in einem Budget.</translation>
    </message>
    <message>
        <source>Train on the worst that interval bounds allow, to be proven.</source>
        <translation>Mit dem Schlimmsten trainieren, was Intervallgrenzen erlauben, für Beweise.</translation>
    </message>
    <message>
        <source>Train on what another network makes of the digits, at a temperature.</source>
        <translation>Damit trainieren, was ein anderes Netz aus den Ziffern macht, bei einer Temperatur.</translation>
    </message>
    <message>
        <source>Train under Gaussian noise, as randomised smoothing wants it.</source>
        <translation>Unter Gauß-Rauschen trainieren, wie Randomised Smoothing es braucht.</translation>
    </message>
    <message>
        <source>Training by {name} has no use for a network as its teacher.</source>
        <translation>Training mit {name} braucht kein Netz als Lehrer.</translation>
    </message>
    <message>
        <source>Training by {name} needs a network as its teacher.</source>
        <translation>Training mit {name} braucht ein Netz als Lehrer.</translation>
    </message>
    <message>
        <source>Under noise</source>
        <translation>Unter Rauschen</translation>
    </message>
    <message>
        <source>What the budget limits: every pixel (linf), or the Euclidean norm (l2).</source>
        <translation>Was das Budget begrenzt: jedes Pixel (linf) oder die euklidische Norm (l2).</translation>
    </message>
    <message>
        <source>What the logits are divided by while the student learns.</source>
        <translation>Wodurch die Logits geteilt werden, während der Schüler lernt.</translation>
    </message>
    <message>
        <source>Whether the network is also trained on digits written with a pen.</source>
        <translation>Ob das Netz auch mit Ziffern trainiert wird, die mit einem Stift geschrieben sind.</translation>
    </message>
    <message>
        <source>With images mixed in</source>
        <translation>Mit beigemischten Bildern</translation>
    </message>
    <message>
        <source>adversarially trained</source>
        <translation>gegnerisch trainiert</translation>
    </message>
    <message>
        <source>attacked</source>
        <translation>angegriffen</translation>
    </message>
    <message>
        <source>batches of {count}</source>
        <translation>Stapel von {count}</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>zertifiziert</translation>
    </message>
    <message>
        <source>counted in one pass</source>
        <translation>in einem Durchgang gezählt</translation>
    </message>
    <message>
        <source>distilled</source>
        <translation>destilliert</translation>
    </message>
    <message>
        <source>distilled from {teacher} at temperature {temperature:g}</source>
        <translation>destilliert aus {teacher} bei Temperatur {temperature:g}</translation>
    </message>
    <message>
        <source>images mixed in</source>
        <translation>mit beigemischten Bildern</translation>
    </message>
    <message>
        <source>on adversarial images alone, by {steps} from a random start within {budget}</source>
        <translation>nur mit gegnerischen Bildern, in {steps} ab einem zufälligen Beginn innerhalb von {budget}</translation>
    </message>
    <message>
        <source>on adversarial images alone, by {steps} from a random start within {budget}, which rose over the first {share:.0%}</source>
        <translation>nur mit gegnerischen Bildern, in {steps} ab einem zufälligen Beginn innerhalb von {budget}, das über die ersten {share:.0%} anstieg</translation>
    </message>
    <message>
        <source>on the worst that interval bounds allow within L∞ {budget:g}, and on the images as they are with a weight that fell to {plain:g}</source>
        <translation>mit dem Schlimmsten, was Intervallgrenzen innerhalb von L∞ {budget:g} erlauben, und mit den Bildern, wie sie sind, mit einem Gewicht, das auf {plain:g} sank</translation>
    </message>
    <message>
        <source>on the worst that interval bounds allow within L∞ {budget:g}, which rose over the first {share:.0%}, and on the images as they are with a weight that fell to {plain:g}</source>
        <translation>mit dem Schlimmsten, was Intervallgrenzen innerhalb von L∞ {budget:g} erlauben, das über die ersten {share:.0%} anstieg, und mit den Bildern, wie sie sind, mit einem Gewicht, das auf {plain:g} sank</translation>
    </message>
    <message>
        <source>one step</source>
        <comment>by which</comment>
        <translation>einem Schritt</translation>
    </message>
    <message>
        <source>pen digits of all writers but {writers} in {widths} widths</source>
        <translation>Stiftziffern aller Schreiber außer {writers} in {widths} Breiten</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>bewiesen</translation>
    </message>
    <message>
        <source>stopped after {done:,} of {batches:,} batches, {epochs:.2f} epochs of </source>
        <translation>beendet nach {done:,} von {batches:,} Stapeln, {epochs:.2f} Epochen von </translation>
    </message>
    <message>
        <source>stopped after {epochs:.2f} epochs of </source>
        <translation>beendet nach {epochs:.2f} Epochen von </translation>
    </message>
    <message>
        <source>the report, section 8; Szegedy et al. 2014, arXiv:1312.6199</source>
        <translation>der Bericht, Abschnitt 8; Szegedy et al. 2014, arXiv:1312.6199</translation>
    </message>
    <message>
        <source>trained anew in each of {rounds} rounds with {images:,} more images within {budget} mixed in, made against the network before</source>
        <translation>in jeder von {rounds} Runden neu trainiert, mit {images:,} weiteren Bildern innerhalb von {budget}, die gegen das Netz davor erzeugt wurden</translation>
    </message>
    <message>
        <source>trained once with {images:,} more images within {budget} mixed in, made against the network before</source>
        <translation>einmal trainiert, mit {images:,} weiteren Bildern innerhalb von {budget}, die gegen das Netz davor erzeugt wurden</translation>
    </message>
    <message>
        <source>trained under noise</source>
        <translation>unter Rauschen trainiert</translation>
    </message>
    <message>
        <source>under Gaussian noise of sigma {sigma:g} a pixel, not cut off</source>
        <translation>unter Gauß-Rauschen mit Sigma {sigma:g} je Pixel, nicht abgeschnitten</translation>
    </message>
    <message>
        <source>warped by {warp:g}</source>
        <translation>verzerrt um {warp:g}</translation>
    </message>
    <message>
        <source>weight decay {decay:g}</source>
        <translation>Gewichtszerfall {decay:g}</translation>
    </message>
    <message>
        <source>{count:,} images: {parts}</source>
        <translation>{count:,} Bilder: {parts}</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <comment>by which</comment>
        <translation>{count} Schritten</translation>
    </message>
    <message>
        <source>{epochs} epochs of {loss}</source>
        <translation>{epochs} Epochen ({loss})</translation>
    </message>
    <message>
        <source>{optimiser} of rate {rate:g} ({schedule})</source>
        <translation>{optimiser} mit Rate {rate:g} ({schedule})</translation>
    </message>
    <message>
        <source>{percent:.3g}% of MNIST's training images</source>
        <translation>{percent:.3g} % der Trainingsbilder von MNIST</translation>
    </message>
    <message>
        <source>{percent:.3g}% of MNIST's training images but {kept}, looked at meanwhile</source>
        <translation>{percent:.3g} % der Trainingsbilder von MNIST ohne {kept}, die zwischendurch betrachtet wurden</translation>
    </message>
    <message>
        <source>{shares} as images made against itself</source>
        <translation>{shares} als gegen es selbst erzeugte Bilder</translation>
    </message>
    <message>
        <source>{shares} of digits that were kept back</source>
        <translation>{shares} der zurückgehaltenen Ziffern</translation>
    </message>
    <message>
        <source>{shares} of them as images made against the network before</source>
        <translation>{shares} davon als gegen das Netz davor erzeugte Bilder</translation>
    </message>
    <message>
        <source>{title}, epoch {epoch}</source>
        <translation>{title}, Epoche {epoch}</translation>
    </message>
    <message>
        <source>{title}, poisoned</source>
        <translation>{title}, vergiftet</translation>
    </message>
    <message>
        <source>{title}, retrained</source>
        <translation>{title}, neu trainiert</translation>
    </message>
</context>
<context>
    <name>core/world</name>
    <message>
        <source>An adversarial image to print and to photograph</source>
        <translation>Ein gegnerisches Bild zum Drucken und Fotografieren</translation>
    </message>
    <message>
        <source>Lay the sheet flat in even light, photograph it from above, sharp and with all four round marks in the picture, and open the photo in advgui: In the world, Read a photo; or advgui photo FILE.</source>
        <translation>Das Blatt bei gleichmäßigem Licht flach hinlegen, von oben scharf und mit allen vier runden Marken fotografieren und das Foto in advgui öffnen: In der Welt, Foto lesen; oder advgui photo FILE.</translation>
    </message>
    <message>
        <source>No sheet of advgui was found in the photo: take it from above and from near, sharp and in even light, with all four round marks in it.</source>
        <translation>Im Foto wurde kein Blatt von advgui gefunden: von oben und aus der Nähe aufnehmen, scharf, bei gleichmäßigem Licht und mit allen vier runden Marken.</translation>
    </message>
    <message>
        <source>Only a part of the sheet is in the photo: take it with all four round marks in it.</source>
        <translation>Nur ein Teil des Blatts ist im Foto: mit allen vier runden Marken aufnehmen.</translation>
    </message>
    <message>
        <source>The photo is too blurred: hold the telephone still, and tap on the sheet to focus.</source>
        <translation>Das Foto ist zu unscharf: Telefon ruhig halten und zum Scharfstellen auf das Blatt tippen.</translation>
    </message>
    <message>
        <source>The photo is too dark, or all of one gray: take it of the sheet, in more light.</source>
        <translation>Das Foto ist zu dunkel oder einfarbig grau: das Blatt bei mehr Licht aufnehmen.</translation>
    </message>
    <message>
        <source>The sheet is too dark in the photo: take it in more light.</source>
        <translation>Das Blatt ist im Foto zu dunkel: bei mehr Licht aufnehmen.</translation>
    </message>
    <message>
        <source>The sheet is too small in the photo: take it from nearer.</source>
        <translation>Das Blatt ist im Foto zu klein: aus größerer Nähe aufnehmen.</translation>
    </message>
    <message>
        <source>There are two sheets in the photo; take one with a single sheet in it.</source>
        <translation>Im Foto sind zwei Blätter; eines mit nur einem Blatt aufnehmen.</translation>
    </message>
    <message>
        <source>This bar is {bar} mm long if the sheet was printed at its true size (100 %, not fitted).</source>
        <translation>Dieser Balken ist {bar} mm lang, wenn das Blatt in wahrer Größe gedruckt wurde (100 %, nicht angepasst).</translation>
    </message>
</context>
<context>
    <name>gallery</name>
    <message>
        <source>a closed four</source>
        <translation>eine geschlossene Vier</translation>
    </message>
    <message>
        <source>a curled six</source>
        <translation>eine eingerollte Sechs</translation>
    </message>
    <message>
        <source>a curved seven</source>
        <translation>eine geschwungene Sieben</translation>
    </message>
    <message>
        <source>a five of one stroke</source>
        <translation>eine Fünf in einem Strich</translation>
    </message>
    <message>
        <source>a five of two strokes</source>
        <translation>eine Fünf in zwei Strichen</translation>
    </message>
    <message>
        <source>a four with a short stem</source>
        <translation>eine Vier mit kurzem Stamm</translation>
    </message>
    <message>
        <source>a nine</source>
        <translation>eine Neun</translation>
    </message>
    <message>
        <source>a nine of one movement</source>
        <translation>eine Neun in einem Zug</translation>
    </message>
    <message>
        <source>a nine with a hooked tail</source>
        <translation>eine Neun mit Haken</translation>
    </message>
    <message>
        <source>a one of a single line</source>
        <translation>eine Eins aus einer Linie</translation>
    </message>
    <message>
        <source>a one with a flag</source>
        <translation>eine Eins mit Fahne</translation>
    </message>
    <message>
        <source>a one with a foot</source>
        <translation>eine Eins mit Fuß</translation>
    </message>
    <message>
        <source>a round five</source>
        <translation>eine runde Fünf</translation>
    </message>
    <message>
        <source>a round zero</source>
        <translation>eine runde Null</translation>
    </message>
    <message>
        <source>a seven</source>
        <translation>eine Sieben</translation>
    </message>
    <message>
        <source>a seven with a bar</source>
        <translation>eine Sieben mit Querstrich</translation>
    </message>
    <message>
        <source>a six</source>
        <translation>eine Sechs</translation>
    </message>
    <message>
        <source>a six with a straight back</source>
        <translation>eine Sechs mit geradem Rücken</translation>
    </message>
    <message>
        <source>a slanted zero with a tail</source>
        <translation>eine schräge Null mit Schwanz</translation>
    </message>
    <message>
        <source>a three</source>
        <translation>eine Drei</translation>
    </message>
    <message>
        <source>a three with a flat top</source>
        <translation>eine Drei mit flachem Dach</translation>
    </message>
    <message>
        <source>a three with a small loop</source>
        <translation>eine Drei mit kleiner Schlaufe</translation>
    </message>
    <message>
        <source>a two</source>
        <translation>eine Zwei</translation>
    </message>
    <message>
        <source>a two with a loop</source>
        <translation>eine Zwei mit Schlaufe</translation>
    </message>
    <message>
        <source>a two with a wavy foot</source>
        <translation>eine Zwei mit welligem Fuß</translation>
    </message>
    <message>
        <source>a zero</source>
        <translation>eine Null</translation>
    </message>
    <message>
        <source>an eight of one stroke</source>
        <translation>eine Acht in einem Strich</translation>
    </message>
    <message>
        <source>an eight of two circles</source>
        <translation>eine Acht aus zwei Kreisen</translation>
    </message>
    <message>
        <source>an eight that is open on top</source>
        <translation>eine oben offene Acht</translation>
    </message>
    <message>
        <source>an open four</source>
        <translation>eine offene Vier</translation>
    </message>
</context>
<context>
    <name>lab</name>
    <message>
        <source>About {time} on this machine</source>
        <translation>Dauert auf diesem Rechner etwa {time}</translation>
    </message>
    <message>
        <source>About {time}, at most {most} on this machine</source>
        <translation>Dauert auf diesem Rechner etwa {time}, höchstens {most}</translation>
    </message>
    <message>
        <source>Above it, a pixel is ink.</source>
        <translation>Darüber ist ein Pixel Tinte.</translation>
    </message>
    <message>
        <source>Attack</source>
        <comment>setting</comment>
        <translation>Angriff</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>How large text is, in percent of the system's.</source>
        <translation>Wie groß die Schrift ist, in Prozent der des Systems.</translation>
    </message>
    <message>
        <source>How long it takes on this machine is not known yet</source>
        <translation>Wie lange es auf diesem Rechner dauert, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>In which it is told what is proven of the drawing.</source>
        <translation>In der gesagt wird, was von der Zeichnung bewiesen ist.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Makes a run repeatable.</source>
        <translation>Macht einen Lauf wiederholbar.</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The chosen attack.</source>
        <translation>Der gewählte Angriff.</translation>
    </message>
    <message>
        <source>The pen's width.</source>
        <translation>Die Breite des Stifts.</translation>
    </message>
    <message>
        <source>The window's colours.</source>
        <translation>Die Farben des Fensters.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>What the window speaks.</source>
        <translation>Was das Fenster spricht.</translation>
    </message>
    <message>
        <source>Whether the attack follows the pen.</source>
        <translation>Ob der Angriff dem Stift folgt.</translation>
    </message>
    <message>
        <source>Within which pixels are shown that could flip.</source>
        <translation>Innerhalb dessen Pixel gezeigt werden, die kippen könnten.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>the image</source>
        <translation>das Bild</translation>
    </message>
    <message>
        <source>{named} and {more:,} more</source>
        <translation>{named} und {more:,} weitere</translation>
    </message>
    <message>
        <source>{names} was left, as the sheet holds one drawing: {drawing}.</source>
        <translation>{names} blieb ungeöffnet, da das Blatt nur eine Zeichnung fasst: {drawing}.</translation>
    </message>
    <message>
        <source>{names} were left, as the sheet holds one drawing: {drawing}.</source>
        <translation>{names} blieben ungeöffnet, da das Blatt nur eine Zeichnung fasst: {drawing}.</translation>
    </message>
    <message>
        <source>{name} is not there any more: {folder} does not have it.</source>
        <translation>{name} ist nicht mehr da: {folder} hat es nicht.</translation>
    </message>
    <message>
        <source>{path}: cannot be written ({strerror}).</source>
        <translation>{path}: lässt sich nicht schreiben ({strerror}).</translation>
    </message>
    <message>
        <source>{path}: not a regular file.</source>
        <translation>{path}: keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
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
        <translation> durch {defences} hindurch</translation>
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
        <source>As published it keeps its cheapest step; without “Keep the cheapest step” (under More) it fools far more often.</source>
        <translation>Wie veröffentlicht behält er den billigsten Schritt; ohne „Billigsten Schritt behalten“ (unter „Mehr“) täuscht er weit häufiger.</translation>
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
        <translation>Alles ist wieder wie bei Lauf {number}.</translation>
    </message>
    <message>
        <source>Everything stands as it stood for run {number}; undo brings your drawing back.</source>
        <translation>Alles ist wieder wie bei Lauf {number}; Rückgängig bringt die Zeichnung zurück.</translation>
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
        <source>Here is your drawing of the last time; undo takes it away.</source>
        <translation>Hier ist die Zeichnung vom letzten Mal; Rückgängig nimmt sie weg.</translation>
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
        <source>No run is kept yet. Every attack that you make is kept here when it has ended, and you can go back to it with everything as it stood. “Save session” in the menu File writes them to a file, and “Open recent” there opens it again.</source>
        <translation>Noch ist kein Lauf aufbewahrt. Jeder Angriff wird nach seinem Ende hier aufbewahrt, und man kann zu ihm zurückkehren, mit allem, wie es stand. „Sitzung speichern“ im Menü Datei schreibt alle in eine Datei, und „Zuletzt benutzt“ dort öffnet sie wieder.</translation>
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
        <source>Nothing is being attacked</source>
        <translation>Nichts wird angegriffen</translation>
    </message>
    <message>
        <source>Of an earlier drawing: made by {attack} on {network}.</source>
        <translation>Zu einer früheren Zeichnung: gemacht mit {attack} an {network}.</translation>
    </message>
    <message>
        <source>Of another defence than now: made by {attack} on {network}.</source>
        <translation>Zu einer anderen Verteidigung als jetzt: gemacht mit {attack} an {network}.</translation>
    </message>
    <message>
        <source>Of another network than now: made by {attack} on {network}.</source>
        <translation>Zu einem anderen Netz als jetzt: gemacht mit {attack} an {network}.</translation>
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
        <source>Settings</source>
        <translation>Einstellungen</translation>
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
        <source>Stop at once and keep the best step (Esc)</source>
        <translation>Sofort anhalten und den besten Schritt behalten (Esc)</translation>
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
        <translation>Die Zeichnung vom letzten Mal ließ sich nicht wiederherstellen und wurde beiseitegelegt: {error}</translation>
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
        <translation>keines: kleinste {norm}</translation>
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
        <translation>nicht geheilt</translation>
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
        <translation>geheilt</translation>
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
        <source>{before} as another</source>
        <translation>{before} als andere</translation>
    </message>
    <message>
        <source>{before} as {goal}</source>
        <translation>{before} als {goal}</translation>
    </message>
    <message>
        <source>{count:,} artefact</source>
        <translation>{count:,} Artefakt</translation>
    </message>
    <message>
        <source>{count:,} artefacts</source>
        <translation>{count:,} Artefakte</translation>
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
        <source>{count:,} poisoned network</source>
        <translation>{count:,} vergiftetes Netz</translation>
    </message>
    <message>
        <source>{count:,} poisoned networks</source>
        <translation>{count:,} vergiftete Netze</translation>
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
        <source>{count} windows have left a drawing each: this is the newest, and undo shows the others.</source>
        <translation>{count} Fenster haben je eine Zeichnung hinterlassen: Dies ist die neueste, Rückgängig zeigt die anderen.</translation>
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
        <source>{steps} in all</source>
        <translation>insgesamt {steps}</translation>
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
    <name>lab/comparison</name>
    <message>
        <source>A click on a network chooses it, for the bars and the next attack.</source>
        <translation>Ein Klick auf ein Netz wählt es, für die Balken und den nächsten Angriff.</translation>
    </message>
    <message>
        <source>All of this is about an earlier drawing.</source>
        <translation>All dies gilt einer früheren Zeichnung.</translation>
    </message>
    <message>
        <source>Attack every network</source>
        <translation>Jedes Netz angreifen</translation>
    </message>
    <message>
        <source>Attack every network toward {goal}</source>
        <translation>Jedes Netz zur {goal} angreifen</translation>
    </message>
    <message>
        <source>Attack every network, and show each image to all of them</source>
        <translation>Alle Netze angreifen und jedes Bild allen zeigen</translation>
    </message>
    <message>
        <source>Attack the drawing to see which other networks the same image fools.</source>
        <translation>Die Zeichnung angreifen, um zu sehen, welche anderen Netze dasselbe Bild täuscht.</translation>
    </message>
    <message>
        <source>Attacking {network} {aim}: {number} of {all}.</source>
        <translation>Angriff auf {network} {aim}: {number} von {all}.</translation>
    </message>
    <message>
        <source>Do no more, and keep what was found</source>
        <translation>Nichts weiter tun und das Gefundene behalten</translation>
    </message>
    <message>
        <source>Draw a digit, and every network reads it here at once.</source>
        <translation>Eine Ziffer zeichnen, und jedes Netz liest sie hier sofort.</translation>
    </message>
    <message>
        <source>Draw a digit, and have it attacked on every network.</source>
        <translation>Eine Ziffer zeichnen und sie an jedem Netz angreifen lassen.</translation>
    </message>
    <message>
        <source>Each row is a network alone, without the defence.</source>
        <translation>Jede Zeile ist ein Netz allein, ohne die Verteidigung.</translation>
    </message>
    <message>
        <source>Every network is attacked by itself, and its image is shown to all the others.</source>
        <translation>Jedes Netz wird für sich angegriffen, und sein Bild wird allen anderen gezeigt.</translation>
    </message>
    <message>
        <source>Every network reads the drawing as {label}.</source>
        <translation>Jedes Netz liest die Zeichnung als {label}.</translation>
    </message>
    <message>
        <source>In a network's row is what all of them read in the image made against it.</source>
        <translation>In der Zeile eines Netzes steht, was alle in dem gegen es gemachten Bild lesen.</translation>
    </message>
    <message>
        <source>Made against {network} {toward} in vain:</source>
        <translation>Gegen {network} {toward} gemacht, vergeblich:</translation>
    </message>
    <message>
        <source>Made against {network} {toward}:</source>
        <translation>Gegen {network} {toward} gemacht:</translation>
    </message>
    <message>
        <source>Made against {network}, {outcome}</source>
        <translation>Gegen {network} gemacht, {outcome}</translation>
    </message>
    <message>
        <source>Made against {network}, {outcome}: fools {count}</source>
        <translation>Gegen {network} gemacht, {outcome}: täuscht {count}</translation>
    </message>
    <message>
        <source>Most by the one made against {network}: {count}.</source>
        <translation>Am meisten durch das gegen {network} gemachte: {count}.</translation>
    </message>
    <message>
        <source>Networks are being attacked</source>
        <translation>Netze werden angegriffen</translation>
    </message>
    <message>
        <source>No network is being attacked</source>
        <translation>Kein Netz wird angegriffen</translation>
    </message>
    <message>
        <source>Showing the image of {network} to all.</source>
        <translation>Das Bild von {network} wird allen gezeigt.</translation>
    </message>
    <message>
        <source>Stopped before anything was found.</source>
        <translation>Angehalten, bevor etwas gefunden wurde.</translation>
    </message>
    <message>
        <source>The adversarial image is of an earlier drawing. Attack again to compare.</source>
        <translation>Das gegnerische Bild gehört zu einer früheren Zeichnung. Zum Vergleichen noch einmal angreifen.</translation>
    </message>
    <message>
        <source>The networks are reading…</source>
        <translation>Die Netze lesen…</translation>
    </message>
    <message>
        <source>Then attack it: the adversarial image is shown to every network, too.</source>
        <translation>Dann angreifen: Auch das gegnerische Bild wird jedem Netz gezeigt.</translation>
    </message>
    <message>
        <source>There is nothing to attack yet</source>
        <translation>Noch gibt es nichts anzugreifen</translation>
    </message>
    <message>
        <source>already {digit}</source>
        <translation>schon {digit}</translation>
    </message>
    <message>
        <source>any other digit</source>
        <translation>irgendeine andere Ziffer</translation>
    </message>
    <message>
        <source>away from what is read</source>
        <translation>weg vom Gelesenen</translation>
    </message>
    <message>
        <source>away from {label}</source>
        <translation>weg von {label}</translation>
    </message>
    <message>
        <source>fooled</source>
        <translation>getäuscht</translation>
    </message>
    <message>
        <source>fools {fooled} of {others} so far.</source>
        <translation>täuscht bisher {fooled} von {others}.</translation>
    </message>
    <message>
        <source>fools {fooled} of {others}.</source>
        <translation>täuscht {fooled} von {others}.</translation>
    </message>
    <message>
        <source>no other network can read it.</source>
        <translation>kein anderes Netz kann es lesen.</translation>
    </message>
    <message>
        <source>not fooled</source>
        <translation>nicht getäuscht</translation>
    </message>
    <message>
        <source>not {label} before</source>
        <translation>vorher nicht {label}</translation>
    </message>
    <message>
        <source>of an earlier drawing</source>
        <translation>einer früheren Zeichnung</translation>
    </message>
    <message>
        <source>other digit</source>
        <translation>andere Ziffer</translation>
    </message>
    <message>
        <source>the adversarial image: {reading}</source>
        <translation>das gegnerische Bild: {reading}</translation>
    </message>
    <message>
        <source>the drawing: {reading}</source>
        <translation>die Zeichnung: {reading}</translation>
    </message>
    <message>
        <source>the network that was attacked</source>
        <translation>das angegriffene Netz</translation>
    </message>
    <message>
        <source>toward {goal}</source>
        <translation>zur {goal}</translation>
    </message>
    <message>
        <source>{count} do not read {digit} to begin with</source>
        <translation>{count} lesen von vornherein nicht {digit}</translation>
    </message>
    <message>
        <source>{count} does not read {digit} to begin with</source>
        <translation>{count} liest von vornherein nicht {digit}</translation>
    </message>
    <message>
        <source>{count} not fooled</source>
        <translation>{count} nicht getäuscht</translation>
    </message>
    <message>
        <source>{count} toward {goal}, {elsewhere} into another digit</source>
        <translation>{count} zur {goal}, {elsewhere} zu einer anderen Ziffer</translation>
    </message>
    <message>
        <source>{fooled} of {others}</source>
        <translation>{fooled} von {others}</translation>
    </message>
    <message>
        <source>{images} {aim}: shown to others, it fools {fooled} of {shown} times.</source>
        <translation>{images} {aim}: anderen gezeigt, täuscht es {fooled} von {shown} Malen.</translation>
    </message>
    <message>
        <source>{images} {aim}: shown to others, they fool {fooled} of {shown} times.</source>
        <translation>{images} {aim}: anderen gezeigt, täuschen sie {fooled} von {shown} Malen.</translation>
    </message>
    <message>
        <source>{most} of {all} read {label}</source>
        <translation>{most} von {all} lesen {label}</translation>
    </message>
    <message>
        <source>{most} of {networks} read the drawing as {first}, {others}.</source>
        <translation>{networks}, davon lesen {most} die Zeichnung als {first}, {others}.</translation>
    </message>
    <message>
        <source>{network} reads {label}</source>
        <translation>{network} liest {label}</translation>
    </message>
    <message>
        <source>{network} reads {label} as before</source>
        <translation>{network} liest {label} wie zuvor</translation>
    </message>
    <message>
        <source>{network}: nothing</source>
        <translation>{network}: nichts</translation>
    </message>
    <message>
        <source>{number} as {label}</source>
        <translation>{number} als {label}</translation>
    </message>
    <message>
        <source>{share} MNIST</source>
        <translation>{share} MNIST</translation>
    </message>
    <message>
        <source>{share} pen</source>
        <translation>{share} Stift</translation>
    </message>
    <message>
        <source>{size} · step {step:,}</source>
        <translation>{size} · Schritt {step:,}</translation>
    </message>
    <message>
        <source>{title}: not read yet</source>
        <translation>{title}: noch nicht gelesen</translation>
    </message>
</context>
<context>
    <name>lab/defence</name>
    <message>
        <source>A network is being measured</source>
        <translation>Ein Netz wird gemessen</translation>
    </message>
    <message>
        <source>Attack through it</source>
        <translation>Durch sie angreifen</translation>
    </message>
    <message>
        <source>Attacked</source>
        <translation>Angegriffen</translation>
    </message>
    <message>
        <source>Attacking {aim}, {where}…</source>
        <translation>Angriff {aim}, {where}…</translation>
    </message>
    <message>
        <source>Attacks 100 of MNIST's test digits at every budget, without the defence and through it, and proves what can be proven</source>
        <translation>Greift 100 der Testziffern von MNIST bei jedem Budget an, ohne die Verteidigung und durch sie hindurch, und beweist, was sich beweisen lässt</translation>
    </message>
    <message>
        <source>Cancelled; nothing of it was kept.</source>
        <translation>Abgebrochen; nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>Draw a digit, and what is proven of it is told here.</source>
        <translation>Eine Ziffer zeichnen, und hier steht, was von ihr bewiesen ist.</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Drop it; nothing of it is kept</source>
        <translation>Verwerfen; nichts davon bleibt</translation>
    </message>
    <message>
        <source>How many digits stay robust within a budget: press Measure.</source>
        <translation>Wie viele Ziffern innerhalb eines Budgets robust bleiben: Messen drücken.</translation>
    </message>
    <message>
        <source>Looking for what can be proven…</source>
        <translation>Sucht, was sich beweisen lässt…</translation>
    </message>
    <message>
        <source>MNIST was not found: measured on the digits of the gallery.</source>
        <translation>MNIST wurde nicht gefunden: gemessen an den Ziffern der Galerie.</translation>
    </message>
    <message>
        <source>Measured in {norm} on {digits}, of which {share} are read.</source>
        <translation>Gemessen in {norm}: {digits}, davon {share} richtig gelesen.</translation>
    </message>
    <message>
        <source>Measuring in {norm}, {digits} so far.</source>
        <translation>Misst in {norm}, bisher {digits}.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Misst…</translation>
    </message>
    <message>
        <source>No change at all can alter this.</source>
        <translation>Überhaupt keine Änderung kann etwas daran ändern.</translation>
    </message>
    <message>
        <source>No change below {exact} can alter this; just that much does: that is exact.</source>
        <translation>Keine Änderung unter {exact} kann dies ändern; genau so viel ändert es: Das ist exakt.</translation>
    </message>
    <message>
        <source>No change below {proven} can alter this; attack it to see how large a one does.</source>
        <translation>Keine Änderung unter {proven} ändert, was gelesen wird; angreifen zeigt, wie groß eine sein muss.</translation>
    </message>
    <message>
        <source>No change below {proven} can alter this; one of {attacked} does.</source>
        <translation>Keine Änderung unter {proven} ändert, was gelesen wird; eine von {attacked} tut es.</translation>
    </message>
    <message>
        <source>No pixel can flip.</source>
        <translation>Kein Pixel kann kippen.</translation>
    </message>
    <message>
        <source>Nothing is being measured</source>
        <translation>Nichts wird gemessen</translation>
    </message>
    <message>
        <source>Nothing is drawn, so nothing can flip</source>
        <translation>Nichts ist gezeichnet, darum kann nichts kippen</translation>
    </message>
    <message>
        <source>Nothing is proven for this network.</source>
        <translation>Für dieses Netz ist nichts bewiesen.</translation>
    </message>
    <message>
        <source>Nothing is proven of this in {norm}; a change of {attacked} alters it.</source>
        <translation>In {norm} ist hiervon nichts bewiesen; eine Änderung von {attacked} stößt es um.</translation>
    </message>
    <message>
        <source>Nothing is proven of this in {norm}; attack it to see what alters it.</source>
        <translation>In {norm} ist hiervon nichts bewiesen; angreifen zeigt, was es umstößt.</translation>
    </message>
    <message>
        <source>Of “{network}”.</source>
        <translation>Von „{network}“.</translation>
    </message>
    <message>
        <source>On 100 of MNIST's test digits, or on the gallery's where MNIST is not found.</source>
        <translation>An 100 Testziffern von MNIST, oder an denen der Galerie, wo MNIST nicht gefunden wird.</translation>
    </message>
    <message>
        <source>Only behind a threshold do pixels flip; here every gray level counts</source>
        <translation>Nur hinter einer Schwelle kippen Pixel; hier zählt jede Graustufe</translation>
    </message>
    <message>
        <source>Stop now and keep what is measured</source>
        <translation>Jetzt anhalten und das Gemessene behalten</translation>
    </message>
    <message>
        <source>Stopped after {digits}, of which {share} are read.</source>
        <translation>Angehalten, bisher {digits}, davon {share} richtig gelesen.</translation>
    </message>
    <message>
        <source>Stopped before anything was measured.</source>
        <translation>Angehalten, bevor etwas gemessen wurde.</translation>
    </message>
    <message>
        <source>The attack shown alters this by {size}.</source>
        <translation>Der gezeigte Angriff stößt dies mit {size} um.</translation>
    </message>
    <message>
        <source>The attacker knows the defence, and attacks through it; else the attack is made on the network alone, and what it comes to behind the defence is told</source>
        <translation>Der Angreifer kennt die Verteidigung und greift durch sie an; sonst gilt der Angriff dem bloßen Netz, und es wird gesagt, was hinter der Verteidigung daraus wird</translation>
    </message>
    <message>
        <source>The measurement gives no sign of life.</source>
        <translation>Die Messung gibt kein Lebenszeichen.</translation>
    </message>
    <message>
        <source>The vote of {copies:,} noisy copies abstains: no digit surely has most of all votes, so none is read and nothing is proven.</source>
        <translation>Die Abstimmung von {copies:,} verrauschten Kopien enthält sich: Keine Ziffer hat sicher die meisten aller Stimmen, darum wird keine gelesen und nichts bewiesen.</translation>
    </message>
    <message>
        <source>There is no defence that the attacker could know of.</source>
        <translation>Es gibt keine Verteidigung, von der der Angreifer wissen könnte.</translation>
    </message>
    <message>
        <source>There is no defence to be unaware of.</source>
        <translation>Es gibt keine Verteidigung, die man nicht kennen könnte.</translation>
    </message>
    <message>
        <source>This drawing was not attacked yet.</source>
        <translation>Diese Zeichnung wurde noch nicht angegriffen.</translation>
    </message>
    <message>
        <source>Up to {share} could not be moved, which is no robustness.</source>
        <translation>Bei bis zu {share} gab es keinen Fortschritt, was keine Robustheit ist.</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>fooled</source>
        <translation>getäuscht</translation>
    </message>
    <message>
        <source>led astray</source>
        <translation>in die Irre geführt</translation>
    </message>
    <message>
        <source>not fooled</source>
        <translation>nicht getäuscht</translation>
    </message>
    <message>
        <source>on the network alone</source>
        <translation>am Netz allein</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>beginnt…</translation>
    </message>
    <message>
        <source>through {defences}</source>
        <translation>durch {defences} hindurch</translation>
    </message>
    <message>
        <source>with no defence</source>
        <translation>ohne Verteidigung</translation>
    </message>
    <message>
        <source>{copies:,} noisy copies have voted, and no digit surely has most of all votes yet.</source>
        <translation>{copies:,} verrauschte Kopien haben abgestimmt, und noch hat keine Ziffer sicher die meisten aller Stimmen.</translation>
    </message>
    <message>
        <source>{levels} of 255 levels ({norm} {size})</source>
        <translation>{levels} von 255 Stufen ({norm} {size})</translation>
    </message>
    <message>
        <source>{pixels} can become ink, {others} paper.</source>
        <translation>{pixels} können Tinte werden, {others} Papier.</translation>
    </message>
    <message>
        <source>{start}: behind the defence {inside}; alone {outside}.</source>
        <translation>{start}: hinter der Verteidigung {inside}; allein {outside}.</translation>
    </message>
    <message>
        <source>{votes:,} of {copies:,} noisy copies vote for {label}; no change below {proven} (L2) can alter the vote, one of {attacked} does.</source>
        <translation>{votes:,} von {copies:,} verrauschten Kopien stimmen für {label}; keine Änderung unter {proven} (L2) kann die Abstimmung umstoßen, eine von {attacked} tut es.</translation>
    </message>
    <message>
        <source>{votes:,} of {copies:,} noisy copies vote for {label}; no change below {proven} (L2) can alter the vote.</source>
        <translation>{votes:,} von {copies:,} verrauschten Kopien stimmen für {label}; keine Änderung unter {proven} (L2) kann die Abstimmung umstoßen.</translation>
    </message>
    <message>
        <source>{where}: the attack could not move, which is no robustness.</source>
        <translation>{where}: Der Angriff kam nicht voran, was keine Robustheit ist.</translation>
    </message>
</context>
<context>
    <name>lab/drawing</name>
    <message>
        <source>Kept is from {left} to {right} from the left, and from {top} to {bottom} from the top</source>
        <translation>Behalten wird von {left} bis {right} von links und von {top} bis {bottom} von oben</translation>
    </message>
    <message>
        <source>Test digit {index:,}, a {label}, misread as {read}.</source>
        <translation>Testziffer {index:,}, eine {label}, fälschlich gelesen als {read}.</translation>
    </message>
    <message>
        <source>Test digit {index:,}, a {label}.</source>
        <translation>Testziffer {index:,}, eine {label}.</translation>
    </message>
    <message>
        <source>The whole photo is kept</source>
        <translation>Das ganze Foto wird behalten</translation>
    </message>
    <message>
        <source>This may be no digit. The network has to choose one of ten all the same.</source>
        <translation>Das ist vielleicht keine Ziffer. Das Netz muss trotzdem eine von zehn wählen.</translation>
    </message>
    <message>
        <source>{count:,} of the first {read:,} are misread.</source>
        <translation>{count:,} der ersten {read:,} werden falsch gelesen.</translation>
    </message>
    <message>
        <source>{count:,} of {total:,} are misread.</source>
        <translation>{count:,} von {total:,} werden falsch gelesen.</translation>
    </message>
    <message>
        <source>{file}: its image is damaged.</source>
        <translation>{file}: Das Bild darin ist beschädigt.</translation>
    </message>
    <message>
        <source>{file}: not JSON.</source>
        <translation>{file}: kein JSON.</translation>
    </message>
    <message>
        <source>{file}: not a drawing.</source>
        <translation>{file}: keine Zeichnung.</translation>
    </message>
    <message>
        <source>{path}: cannot be removed ({strerror}).</source>
        <translation>{path}: lässt sich nicht entfernen ({strerror}).</translation>
    </message>
</context>
<context>
    <name>lab/explanation</name>
    <message>
        <source>All this is of the network alone, which the attack was made on.</source>
        <translation>All dies gilt dem Netz allein, an dem der Angriff gemacht wurde.</translation>
    </message>
    <message>
        <source>Along the slope the change adds up to {along:.1f} logits for the {digit}, which was {missing:.1f} behind.</source>
        <translation>Entlang der Steigung summiert sich die Änderung auf {along:.1f} Logits für die {digit}, die um {missing:.1f} zurücklag.</translation>
    </message>
    <message>
        <source>Along the slope the change adds up to {along:.1f} of the {gained:.1f} logits that the {digit} gains; the rest comes as the network gets steeper on the way.</source>
        <translation>Entlang der Steigung summiert sich die Änderung auf {along:.1f} der {gained:.1f} Logits, die die {digit} gewinnt; der Rest kommt, weil das Netz unterwegs steiler wird.</translation>
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
        <translation>Viele kleine Änderungen schieben in eine Richtung; Rauschen hebt sich meist auf.</translation>
    </message>
    <message>
        <source>Noise of the same length (seed {seed}) pushes for it here and against it there: {pushed:.1f} logits cancel to {left:.1f}.</source>
        <translation>Rauschen gleicher Länge (Startwert {seed}) schiebt hier dafür und dort dagegen: {pushed:.1f} Logits heben sich auf zu {left:.1f}.</translation>
    </message>
    <message>
        <source>None of {total} noises of the same length fools the network.</source>
        <translation>Keines von {total} Rauschbildern gleicher Länge täuscht das Netz.</translation>
    </message>
    <message>
        <source>None of {total} noises of the same length is read as {goal}.</source>
        <translation>Keines von {total} Rauschbildern gleicher Länge wird als {goal} gelesen.</translation>
    </message>
    <message>
        <source>The attack changed nothing.</source>
        <translation>Der Angriff hat nichts verändert.</translation>
    </message>
    <message>
        <source>The attack changes {pixels} by {mean:.2f} on average, {most:.2f} at most.</source>
        <translation>Der Angriff ändert {pixels} um im Mittel {mean:.2f}, höchstens {most:.2f}.</translation>
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
        <source>The label changes only at {share:.0f} % of the change, beyond the image that the attack kept.</source>
        <translation>Die gelesene Ziffer wechselt erst bei {share:.0f} % der Änderung, jenseits des Bildes, das der Angriff behalten hat.</translation>
    </message>
    <message>
        <source>The network is not fooled: the {digit} was {missing:.1f} logits behind, and the change moves it by {gained:.1f}; by the slope at the drawing it would be {along:.1f}.</source>
        <translation>Das Netz ist nicht getäuscht: Die {digit} lag {missing:.1f} Logits zurück, und die Änderung bewegt sie um {gained:.1f}; nach der Steigung bei der Zeichnung wären es {along:.1f}.</translation>
    </message>
    <message>
        <source>The network's slope is zero here: no small change of a pixel changes its logits, so nothing adds up along it.</source>
        <translation>Die Steigung des Netzes ist hier null: Keine kleine Änderung eines Pixels ändert seine Logits, darum summiert sich nichts entlang ihr.</translation>
    </message>
    <message>
        <source>The slope at the drawing promises the {digit} only {along:.1f} of the {gained:.1f} logits that it gains: the network is steeper on the way than at the drawing.</source>
        <translation>Die Steigung bei der Zeichnung verspricht der {digit} nur {along:.1f} der {gained:.1f} Logits, die sie gewinnt: Unterwegs ist das Netz steiler als bei der Zeichnung.</translation>
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
        <source>{count} of {total} noises of the same length are read as {goal}.</source>
        <translation>{count} von {total} Rauschbildern gleicher Länge werden als {goal} gelesen.</translation>
    </message>
    <message>
        <source>{count} of {total} noises of the same length fool the network.</source>
        <translation>{count} von {total} Rauschbildern gleicher Länge täuschen das Netz.</translation>
    </message>
    <message>
        <source>{why} So there is only the slope to be seen.</source>
        <translation>{why} Darum ist nur die Steigung zu sehen.</translation>
    </message>
</context>
<context>
    <name>lab/export</name>
    <message>
        <source>A command attacks toward one digit or all of them; as Python those of this run are attacked.</source>
        <translation>Ein Befehl greift in Richtung einer Ziffer oder aller an; als Python sind es die dieses Laufs.</translation>
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
        <source>Its network does not ship with advgui and is in no file of its own, or that has changed: save the network, or save the session, and advgui replay makes it again.</source>
        <translation>Das Netz kommt nicht mit advgui und steht in keiner eigenen Datei, oder die ist inzwischen anders: Das Netz speichern, oder die Sitzung, dann macht advgui replay den Lauf noch einmal.</translation>
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
        <source>The file of its network has defences, which this run did without; as Python they are left out.</source>
        <translation>Die Datei des Netzes hat Verteidigungen, ohne die dieser Lauf auskam; in Python werden sie weggelassen.</translation>
    </message>
    <message>
        <source>This run was stopped before its first step.</source>
        <translation>Dieser Lauf wurde vor seinem ersten Schritt angehalten.</translation>
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
    <name>lab/fitted</name>
    <message>
        <source>, random noise of that size {share}</source>
        <translation>, zufälliges Rauschen dieser Größe {share}</translation>
    </message>
    <message>
        <source>A fit is under way</source>
        <translation>Eine Anpassung läuft</translation>
    </message>
    <message>
        <source>Any other label</source>
        <translation>Irgendeine andere</translation>
    </message>
    <message>
        <source>Best place on each digit</source>
        <translation>Beste Stelle auf jeder Ziffer</translation>
    </message>
    <message>
        <source>Broken off after {number:,} of {steps}.</source>
        <translation>Unterbrochen nach {number:,} von {steps}.</translation>
    </message>
    <message>
        <source>Drag the patch, or use the arrow keys.</source>
        <translation>Den Flicken ziehen oder die Pfeiltasten benutzen.</translation>
    </message>
    <message>
        <source>Fit one, or open one from a file.</source>
        <translation>Eines anpassen oder aus einer Datei öffnen.</translation>
    </message>
    <message>
        <source>Fitted on “{network}”.</source>
        <translation>Angepasst an „{network}“.</translation>
    </message>
    <message>
        <source>Fitted on “{network}”; what it comes to here is unknown until measured.</source>
        <translation>Angepasst an „{network}“; was es hier bewirkt, zeigt erst eine Messung.</translation>
    </message>
    <message>
        <source>Fooled by it</source>
        <translation>Davon getäuscht</translation>
    </message>
    <message>
        <source>Fools {share} of {unseen:,} digits that it does not learn from{noise}.</source>
        <translation>Täuscht bei {share} von {unseen:,} Ziffern, von denen es nicht lernt{noise}.</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Have MNIST's test digits wear it, read by the network that is chosen now</source>
        <translation>Die Testziffern von MNIST tragen es, gelesen vom jetzt gewählten Netz</translation>
    </message>
    <message>
        <source>How many unseen digits fool, as it learns: press Fit.</source>
        <translation>Wie oft es bei ungesehenen Ziffern täuscht, während es lernt: Anpassen drücken.</translation>
    </message>
    <message>
        <source>It fools {share} of {unseen:,} digits that it does not learn from{noise}.</source>
        <translation>Es täuscht bei {share} von {unseen:,} Ziffern, von denen es nicht lernt{noise}.</translation>
    </message>
    <message>
        <source>It learns all ten goals at once; one of them is chosen below, as it is worn.</source>
        <translation>Es lernt alle zehn Ziele zugleich; eines davon wird unten beim Tragen gewählt.</translation>
    </message>
    <message>
        <source>MNIST is not on this computer; what is made once for all is learned from it.</source>
        <translation>MNIST ist nicht auf diesem Rechner; was einmal für alle gemacht wird, wird daraus gelernt.</translation>
    </message>
    <message>
        <source>MNIST's training images</source>
        <translation>Trainingsbilder von MNIST</translation>
    </message>
    <message>
        <source>MNIST, which it is measured with, is not on this computer</source>
        <translation>MNIST, womit gemessen wird, ist nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Makes a fit repeatable.</source>
        <translation>Macht eine Anpassung wiederholbar.</translation>
    </message>
    <message>
        <source>Of {images:,} of MNIST's test digits that “{network}” reads correctly without it.</source>
        <translation>Von {images:,} Testziffern von MNIST, die „{network}“ ohne es richtig liest.</translation>
    </message>
    <message>
        <source>Of {images:,} of MNIST's test digits that “{network}” reads correctly without it; {left:,} to go.</source>
        <translation>Von {images:,} Testziffern von MNIST, die „{network}“ ohne es richtig liest; noch {left:,}.</translation>
    </message>
    <message>
        <source>Paused. It fools {share} of {unseen:,} digits that it does not learn from{noise}.</source>
        <translation>Pausiert. Es täuscht bei {share} von {unseen:,} Ziffern, von denen es nicht lernt{noise}.</translation>
    </message>
    <message>
        <source>Random noise</source>
        <translation>Zufälliges Rauschen</translation>
    </message>
    <message>
        <source>Random place</source>
        <translation>Zufällige Stelle</translation>
    </message>
    <message>
        <source>Reads MNIST's test digits.</source>
        <translation>Liest die Testziffern von MNIST.</translation>
    </message>
    <message>
        <source>Reads MNIST's training images.</source>
        <translation>Liest die Trainingsbilder von MNIST.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Stopped. It fools {share} of {unseen:,} digits that it does not learn from{noise}.</source>
        <translation>Angehalten. Es täuscht bei {share} von {unseen:,} Ziffern, von denen es nicht lernt{noise}.</translation>
    </message>
    <message>
        <source>The drawing does not wear it.</source>
        <translation>Die Zeichnung trägt es nicht.</translation>
    </message>
    <message>
        <source>The fit gives no sign of life; it can be cancelled.</source>
        <translation>Die Anpassung gibt kein Lebenszeichen; sie lässt sich abbrechen.</translation>
    </message>
    <message>
        <source>The fit that was under way is lost: {why}.</source>
        <translation>Die begonnene Anpassung ist verloren: {why}.</translation>
    </message>
    <message>
        <source>The fit was cancelled; nothing of it was kept.</source>
        <translation>Die Anpassung wurde abgebrochen; nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>The fit was stopped before anything was learned.</source>
        <translation>Die Anpassung wurde angehalten, bevor etwas gelernt war.</translation>
    </message>
    <message>
        <source>The goal as it is worn.</source>
        <translation>Das Ziel beim Tragen.</translation>
    </message>
    <message>
        <source>There is nothing to measure yet</source>
        <translation>Noch gibt es nichts zu messen</translation>
    </message>
    <message>
        <source>Toward</source>
        <translation>Zur</translation>
    </message>
    <message>
        <source>Toward {goal}</source>
        <translation>Zur {goal}</translation>
    </message>
    <message>
        <source>What is to be read.</source>
        <translation>Was gelesen werden soll.</translation>
    </message>
    <message>
        <source>What you draw appears here</source>
        <translation>Hier erscheint die Zeichnung</translation>
    </message>
    <message>
        <source>Where it is now</source>
        <translation>Wo er jetzt ist</translation>
    </message>
    <message>
        <source>Whether the drawing wears it.</source>
        <translation>Ob die Zeichnung es trägt.</translation>
    </message>
    <message>
        <source>White square where it is now</source>
        <translation>Weißes Quadrat an seiner Stelle</translation>
    </message>
    <message>
        <source>Worn by the drawing</source>
        <translation>An der Zeichnung</translation>
    </message>
    <message>
        <source>any other label</source>
        <translation>irgendeine andere</translation>
    </message>
    <message>
        <source>every goal</source>
        <translation>jedes Ziel</translation>
    </message>
    <message>
        <source>toward {goal}</source>
        <translation>zur {goal}</translation>
    </message>
    <message>
        <source>{artefact}, {goal}, from “{network}”</source>
        <translation>{artefact}, {goal}, von „{network}“</translation>
    </message>
    <message>
        <source>{artefact}, {goal}, from “{network}”, not saved</source>
        <translation>{artefact}, {goal}, von „{network}“, nicht gespeichert</translation>
    </message>
    <message>
        <source>{number:,} of {steps}</source>
        <translation>{number:,} / {steps}</translation>
    </message>
</context>
<context>
    <name>lab/networks</name>
    <message>
        <source> behind {defences}</source>
        <translation> hinter {defences}</translation>
    </message>
    <message>
        <source>1 run is in no file yet.</source>
        <translation>1 Lauf ist noch in keiner Datei.</translation>
    </message>
    <message>
        <source>; then </source>
        <translation>; dann </translation>
    </message>
    <message>
        <source>About</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Another “{title}”</source>
        <translation>Ein weiteres „{title}“</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Hinter</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Fooled</source>
        <translation>Getäuscht</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Bewiesen</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>Robust</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The network in use is “{network}”.</source>
        <translation>Das benutzte Netz ist „{network}“.</translation>
    </message>
    <message>
        <source>The network in use is “{network}”: {training}.</source>
        <translation>Das benutzte Netz ist „{network}“: {training}.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Unaware</source>
        <translation>Unwissend</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>attacked images</source>
        <translation>angegriffenen Bildern</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bildern</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>pen digits</source>
        <translation>Stiftziffern</translation>
    </message>
    <message>
        <source>the images</source>
        <translation>den Bildern</translation>
    </message>
    <message>
        <source>the test images</source>
        <translation>den Testbildern</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{networks} are kept in this window alone, and in no file yet.</source>
        <translation>{networks} sind nur in diesem Fenster und noch in keiner Datei.</translation>
    </message>
    <message>
        <source>{networks} is kept in this window alone, and in no file yet.</source>
        <translation>{networks} ist nur in diesem Fenster und noch in keiner Datei.</translation>
    </message>
    <message>
        <source>{runs:,} runs are in no file yet.</source>
        <translation>{runs:,} Läufe sind noch in keiner Datei.</translation>
    </message>
    <message>
        <source>{share} of {images}</source>
        <translation>{share} von {images}</translation>
    </message>
    <message>
        <source>{share} of {images} are proven to be</source>
        <translation>bewiesen bei {share} von {images}</translation>
    </message>
    <message>
        <source>{share} of {images} are read correctly</source>
        <translation>{share} von {images} richtig gelesen</translation>
    </message>
    <message>
        <source>{share} of {images}, at a mean L2 of {l2:.3f}</source>
        <translation>{share} von {images}, bei einem mittleren L2 von {l2:.3f}</translation>
    </message>
    <message>
        <source>{work} is still being fitted; closing the window ends that.</source>
        <translation>{work} wird noch angepasst; das Schließen des Fensters beendet das.</translation>
    </message>
    <message>
        <source>{work} is still being fitted; it can go on the next time.</source>
        <translation>{work} wird noch angepasst; beim nächsten Mal kann es weitergehen.</translation>
    </message>
    <message>
        <source>{work} is still being trained; closing the window ends that.</source>
        <translation>{work} wird noch trainiert; das Schließen des Fensters beendet das.</translation>
    </message>
    <message>
        <source>{work} is still being trained; it can go on the next time.</source>
        <translation>{work} wird noch trainiert; beim nächsten Mal kann es weitergehen.</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
</context>
<context>
    <name>lab/poisoning</name>
    <message>
        <source>: clean digits {clean}, twin {twin}</source>
        <translation>: saubere Ziffern {clean}, Zwilling {twin}</translation>
    </message>
    <message>
        <source>: clean digits {clean}, twin {twin}, success {success}</source>
        <translation>: saubere Ziffern {clean}, Zwilling {twin}, Erfolg {success}</translation>
    </message>
    <message>
        <source>About {time} left.</source>
        <translation>Noch etwa {time}.</translation>
    </message>
    <message>
        <source>Before the choice was changed: {attack}. </source>
        <translation>Vor der geänderten Wahl: {attack}. </translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Broken off: {words}.</source>
        <translation>Unterbrochen: {words}.</translation>
    </message>
    <message>
        <source>Clean accuracy and success appear here while both are trained.</source>
        <translation>Treffsicherheit und Erfolg erscheinen hier, während beide trainiert werden.</translation>
    </message>
    <message>
        <source>Draw a trigger first: it has no pixel.</source>
        <translation>Erst einen Auslöser zeichnen: Er hat kein Pixel.</translation>
    </message>
    <message>
        <source>Labelled {label}</source>
        <translation>Label {label}</translation>
    </message>
    <message>
        <source>Labelled {label}, is a {true}</source>
        <translation>Label {label}, ist eine {true}</translation>
    </message>
    <message>
        <source>Labels of {goal} cannot be flipped into {goal}.</source>
        <translation>Labels {goal} lassen sich nicht in {goal} ändern.</translation>
    </message>
    <message>
        <source>MNIST is not on this computer; networks are trained with it.</source>
        <translation>MNIST ist nicht auf diesem Rechner; damit werden Netze trainiert.</translation>
    </message>
    <message>
        <source>Networks are being trained</source>
        <translation>Netze werden trainiert</translation>
    </message>
    <message>
        <source>No trigger is drawn.</source>
        <translation>Kein Auslöser ist gezeichnet.</translation>
    </message>
    <message>
        <source>Nothing that this detector caught is poisoned: trained without it, the network learns all of the poison again</source>
        <translation>Nichts, was dieser Detektor gefangen hat, ist vergiftet: Ohne das lernt das Netz wieder alles Gift</translation>
    </message>
    <message>
        <source>Of {digits:,} training images {changed:,} are poisoned, and no detector caught one of them. Point at an image for its labels.</source>
        <translation>Von {digits:,} Trainingsbildern sind {changed:,} vergiftet, und kein Detektor hat eines davon gefangen. Auf ein Bild zeigen, um seine Labels zu sehen.</translation>
    </message>
    <message>
        <source>Of {digits:,} training images {changed:,} are poisoned. Point at an image for its labels.</source>
        <translation>Von {digits:,} Trainingsbildern sind {changed:,} vergiftet. Auf ein Bild zeigen, um seine Labels zu sehen.</translation>
    </message>
    <message>
        <source>Of {victims} it reads {success} as {goal} ({before} before).</source>
        <translation>Von {victims} liest es {success} als {goal} (zuvor {before}).</translation>
    </message>
    <message>
        <source>Of {victims} it reads {success} as {goal}, its twin {twin}.</source>
        <translation>Von {victims} liest es {success} als {goal}, sein Zwilling {twin}.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Paused: {words}.</source>
        <translation>Pausiert: {words}.</translation>
    </message>
    <message>
        <source>Stopped before its end. </source>
        <translation>Vor dem Ende angehalten. </translation>
    </message>
    <message>
        <source>The poisoning that was under way is lost: {why}.</source>
        <translation>Die begonnene Vergiftung ist verloren: {why}.</translation>
    </message>
    <message>
        <source>The training was stopped; it had come to nothing.</source>
        <translation>Das Training wurde angehalten; es hatte noch nichts ergeben.</translation>
    </message>
    <message>
        <source>The twin learns from the same digits in the same order, but for the poison.</source>
        <translation>Der Zwilling lernt von denselben Ziffern in derselben Reihenfolge, nur ohne das Gift.</translation>
    </message>
    <message>
        <source>This detector has caught nothing that could be left out</source>
        <translation>Dieser Detektor hat nichts gefunden, das sich weglassen ließe</translation>
    </message>
    <message>
        <source>Train a poisoned network first</source>
        <translation>Erst ein vergiftetes Netz trainieren</translation>
    </message>
    <message>
        <source>Trained anew without the {left_out:,} images that “{detector}” caught, it reads {clean} of the clean test images correctly ({before} before); {poisoned:,} poisoned ones were left.</source>
        <translation>Neu trainiert ohne die {left_out:,} Bilder, die „{detector}“ gefunden hat, liest es {clean} der sauberen Testbilder richtig (zuvor {before}); {poisoned:,} vergiftete blieben übrig.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>looking for what was poisoned</source>
        <translation>sucht das Vergiftete</translation>
    </message>
    <message>
        <source>measuring how well it reads</source>
        <translation>misst, wie gut es liest</translation>
    </message>
    <message>
        <source>poisoning the training set</source>
        <translation>vergiftet die Trainingsdaten</translation>
    </message>
    <message>
        <source>reading the data</source>
        <translation>liest die Daten</translation>
    </message>
    <message>
        <source>row {row}, column {column} is clear</source>
        <translation>Zeile {row}, Spalte {column} ist leer</translation>
    </message>
    <message>
        <source>row {row}, column {column} is grey</source>
        <translation>Zeile {row}, Spalte {column} ist grau</translation>
    </message>
    <message>
        <source>row {row}, column {column} is ink</source>
        <translation>Zeile {row}, Spalte {column} ist Tinte</translation>
    </message>
    <message>
        <source>row {row}, column {column} is paper</source>
        <translation>Zeile {row}, Spalte {column} ist Papier</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>training both networks</source>
        <translation>trainiert beide Netze</translation>
    </message>
    <message>
        <source>training without what was caught</source>
        <translation>trainiert ohne das Gefundene</translation>
    </message>
    <message>
        <source>with the trigger read as {goal}</source>
        <translation>mit dem Auslöser gelesen als {goal}</translation>
    </message>
    <message>
        <source>{changed:,} of {digits:,} training images ({share}) were poisoned. The poisoned network reads {clean} of the clean test images correctly, its twin {twin}.</source>
        <translation>{changed:,} von {digits:,} Trainingsbildern ({share}) wurden vergiftet. Das vergiftete Netz liest {clean} der sauberen Testbilder richtig, sein Zwilling {twin}.</translation>
    </message>
    <message>
        <source>{count:,} test images of a {origin}</source>
        <translation>{count:,} Testbildern einer {origin}</translation>
    </message>
    <message>
        <source>{count:,} test images that wear the trigger</source>
        <translation>{count:,} Testbildern mit dem Auslöser</translation>
    </message>
    <message>
        <source>{origin}s read as {goal}</source>
        <translation>{origin} gelesen als {goal}</translation>
    </message>
    <message>
        <source>{pixels} at row {row}, column {column}</source>
        <translation>{pixels} ab Zeile {row}, Spalte {column}</translation>
    </message>
    <message>
        <source>{share:.3g} % of all images</source>
        <translation>{share:.3g} % aller Bilder</translation>
    </message>
    <message>
        <source>{share:.3g} % of the {digit}s</source>
        <translation>{share:.3g} % der Bilder einer {digit}</translation>
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
        <source>advgui can give back what there was the last time: {there}.</source>
        <translation>advgui kann wiederherstellen, was beim letzten Mal da war: {there}.</translation>
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
        <source>its artefact is not the one that was saved</source>
        <translation>ihr Artefakt ist nicht das, das gespeichert wurde</translation>
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
        <source>its poisoned networks are damaged</source>
        <translation>seine vergifteten Netze sind beschädigt</translation>
    </message>
    <message>
        <source>its poisoned networks are not those that were saved</source>
        <translation>seine vergifteten Netze sind nicht die, die gespeichert wurden</translation>
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
        <translation>{folder}: lässt sich nicht schreiben ({strerror}).</translation>
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
    <message>
        <source>{there}, and {titles}, which was under way</source>
        <translation>{there}, und {titles}, was noch lief</translation>
    </message>
    <message>
        <source>{there}, and {titles}, which were under way</source>
        <translation>{there}, und {titles}, die noch liefen</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
    <message>
        <source>“{title}” was still being fitted: the page One for all goes on with it.</source>
        <translation>„{title}“ wurde noch angepasst: Auf der Seite „Eins für alle“ geht es weiter.</translation>
    </message>
    <message>
        <source>“{title}” was still being trained: the page Poison goes on with it.</source>
        <translation>„{title}“ wurde noch trainiert: Auf der Seite „Gift“ geht es weiter.</translation>
    </message>
    <message>
        <source>“{title}” was still being trained: the page Train goes on with it.</source>
        <translation>„{title}“ wurde noch trainiert: Auf der Seite „Training“ geht es weiter.</translation>
    </message>
</context>
<context>
    <name>lab/training</name>
    <message>
        <source>A click puts one on the sheet.</source>
        <translation>Ein Klick legt eine aufs Blatt.</translation>
    </message>
    <message>
        <source>A matter of seconds.</source>
        <translation>Eine Sache von Sekunden.</translation>
    </message>
    <message>
        <source>A network is being trained</source>
        <translation>Ein Netz wird trainiert</translation>
    </message>
    <message>
        <source>A recipe that takes seconds, for a network that reads a little less well.</source>
        <translation>Ein Rezept, das Sekunden dauert, für ein Netz, das etwas weniger gut liest.</translation>
    </message>
    <message>
        <source>About {network}: {words}</source>
        <translation>Zu {network}: {words}</translation>
    </message>
    <message>
        <source>About {time}.</source>
        <translation>Etwa {time}.</translation>
    </message>
    <message>
        <source>After epoch {epoch:,} it read {share} of the digits that are kept back when they are {looked_at} within {budget}, and {last} in the end: offer the network as it was then. As it is chosen by these digits, it withstands a little less on others.</source>
        <translation>Nach Epoche {epoch:,} las es {share} der zurückbehaltenen Ziffern, wenn sie innerhalb {budget} {looked_at} sind, und am Ende {last}: das Netz anbieten, wie es damals war. Da es nach diesen Ziffern ausgewählt ist, widersteht es bei anderen etwas weniger.</translation>
    </message>
    <message>
        <source>After epoch {epoch:,} it read {share} of the {count} test digits that are looked at, and {last} in the end: offer the network as it was then. As it is chosen by these digits, it reads others a little less well.</source>
        <translation>Nach Epoche {epoch:,} las es {share} der {count} betrachteten Testziffern, am Ende {last}: das Netz anbieten, wie es damals war. Da es nach diesen Ziffern gewählt ist, liest es andere etwas weniger gut.</translation>
    </message>
    <message>
        <source>After epoch {epoch:,} “{title}” misread {wrong:,} of the {seen:,} digits that are kept back while it learns, as they are.</source>
        <translation>Nach Epoche {epoch:,} las „{title}“ {wrong:,} der {seen:,} Ziffern falsch, die beim Lernen zurückbehalten werden, so wie sie sind.</translation>
    </message>
    <message>
        <source>After epoch {epoch:,} “{title}” misread {wrong:,} of the {seen:,} test digits that are looked at while it learns.</source>
        <translation>Nach Epoche {epoch:,} las „{title}“ {wrong:,} der {seen:,} Testziffern falsch, die während des Lernens betrachtet werden.</translation>
    </message>
    <message>
        <source>Asking {host}…</source>
        <translation>Anfrage an {host}…</translation>
    </message>
    <message>
        <source>Broken off in epoch {epoch:,} of {total:,}</source>
        <translation>Unterbrochen in Epoche {epoch:,} von {total:,}</translation>
    </message>
    <message>
        <source>Checking what has come…</source>
        <translation>Das Empfangene wird geprüft…</translation>
    </message>
    <message>
        <source>Choose a cell to see its digits.</source>
        <translation>Eine Zelle wählen, um ihre Ziffern zu sehen.</translation>
    </message>
    <message>
        <source>Counts the ink in {images}, which takes seconds.</source>
        <translation>Zählt die Tinte, was Sekunden dauert: {images}.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download {data}?</source>
        <translation>Jetzt {data} herunterladen?</translation>
    </message>
    <message>
        <source>Downloading {data}</source>
        <translation>Lädt {data} herunter</translation>
    </message>
    <message>
        <source>Epoch {epoch:,} of {epochs:,}</source>
        <translation>Epoche {epoch:,} von {epochs:,}</translation>
    </message>
    <message>
        <source>From {host}, or where that fails from {others}. Kept in {folder}.</source>
        <translation>Von {host}, oder wo das scheitert, von {others}. Aufbewahrt in {folder}.</translation>
    </message>
    <message>
        <source>From {host}. Kept in {folder}.</source>
        <translation>Von {host}. Aufbewahrt in {folder}.</translation>
    </message>
    <message>
        <source>Get {data}…</source>
        <translation>Jetzt {data} holen…</translation>
    </message>
    <message>
        <source>Given up: {why}.</source>
        <translation>Aufgegeben: {why}.</translation>
    </message>
    <message>
        <source>It learns from the training digits as they are changed for it. What counts are digits that are kept back: how many it reads as they are, and how many {looked_at} within {budget}.</source>
        <translation>Es lernt von den Trainingsziffern, wie sie dafür verändert werden. Was zählt, sind zurückgehaltene Ziffern: wie viele es liest, wie sie sind, und wie viele {looked_at} innerhalb von {budget}.</translation>
    </message>
    <message>
        <source>It learns from the training digits, so it reads them better than others. What counts are test digits, which it never learns from: {count} are looked at meanwhile, all of them at the end.</source>
        <translation>Es lernt von den Trainingsziffern und liest sie darum besser als andere. Was zählt, sind Testziffern, von denen es nie lernt: {count} werden währenddessen angesehen, am Ende alle.</translation>
    </message>
    <message>
        <source>Keep epoch {epoch:,}, too</source>
        <translation>Auch Epoche {epoch:,} behalten</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>Prüft, was da ist…</translation>
    </message>
    <message>
        <source>My {architecture} network</source>
        <translation>Mein Netz ({architecture})</translation>
    </message>
    <message>
        <source>None of {these} is read as {digit}.</source>
        <translation>Keine von {these} wird als {digit} gelesen.</translation>
    </message>
    <message>
        <source>Nothing is being trained</source>
        <translation>Nichts wird trainiert</translation>
    </message>
    <message>
        <source>Nothing is learned yet that could be kept; it can be cancelled</source>
        <translation>Noch ist nichts gelernt, das sich behalten ließe; es lässt sich abbrechen</translation>
    </message>
    <message>
        <source>Of digits kept back and {looked_at} it read {share} after epoch {epoch:,}, and {last} in the end: this is the network of the end.</source>
        <translation>Von zurückgelegten Ziffern, {looked_at}, las es nach Epoche {epoch:,} {share} und am Ende {last}: Dies ist das Netz vom Ende.</translation>
    </message>
    <message>
        <source>Of digits kept back and {looked_at} within {budget} it reads {share}.</source>
        <translation>Von zurückgehaltenen Ziffern, {looked_at} innerhalb von {budget}, liest es {share}.</translation>
    </message>
    <message>
        <source>Of the {count} test digits that are looked at meanwhile it read {share} after epoch {epoch:,}, and {last} in the end: this is the network of the end.</source>
        <translation>Von den {count} Testziffern, die unterwegs angesehen werden, las es nach Epoche {epoch:,} {share} und am Ende {last}: Dies ist das Netz vom Ende.</translation>
    </message>
    <message>
        <source>Paused in epoch {epoch:,} of {epochs:,}</source>
        <translation>Pausiert in Epoche {epoch:,} von {epochs:,}</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
    </message>
    <message>
        <source>Plainly</source>
        <translation>Gewöhnlich</translation>
    </message>
    <message>
        <source>Put test digit {number:,} on the sheet: its label is {label}, and it is read as {digit}.</source>
        <translation>Testziffer {number:,} aufs Blatt legen: Sie ist eine {label} und wird als {digit} gelesen.</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Read correctly</source>
        <translation>Richtig gelesen</translation>
    </message>
    <message>
        <source>Reading the data…</source>
        <translation>Liest die Daten…</translation>
    </message>
    <message>
        <source>Shows it {images}, once each.</source>
        <translation>Zeigt ihm {images}, jedes einmal.</translation>
    </message>
    <message>
        <source>Shows it {images}, {times:,} times each.</source>
        <translation>Zeigt ihm {images}, jedes {times:,}-mal.</translation>
    </message>
    <message>
        <source>Stopped after {done:,.2f} of {epochs:,} epochs ({time}), and kept in this window.</source>
        <translation>Angehalten nach {done:,.2f} von {epochs:,} Epochen ({time}) und in diesem Fenster behalten.</translation>
    </message>
    <message>
        <source>Stopped after {done:,.2f} of {epochs:,} epochs, and kept in this window.</source>
        <translation>Angehalten nach {done:,.2f} von {epochs:,} Epochen und in diesem Fenster behalten.</translation>
    </message>
    <message>
        <source>Stopped. Measuring how well it reads…</source>
        <translation>Angehalten. Misst, wie gut es liest…</translation>
    </message>
    <message>
        <source>Stopping; what it has learned is kept.</source>
        <translation>Wird angehalten; das Gelernte bleibt.</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Test digit {number:,} is on the sheet: its label is {label}, and it is read as {digit}. Undo brings back what was drawn before.</source>
        <translation>Testziffer {number:,} liegt auf dem Blatt: Sie ist eine {label} und wird als {digit} gelesen. Rückgängig bringt das vorher Gezeichnete zurück.</translation>
    </message>
    <message>
        <source>The curves of loss and accuracy appear here.</source>
        <translation>Die Kurven von Verlust und Treffsicherheit erscheinen hier.</translation>
    </message>
    <message>
        <source>The data cannot be read, so nothing was trained.</source>
        <translation>Die Daten sind nicht lesbar, darum wurde nichts trainiert.</translation>
    </message>
    <message>
        <source>The data is being downloaded</source>
        <translation>Die Daten werden heruntergeladen</translation>
    </message>
    <message>
        <source>The digits of a cell are shown for the network in use.</source>
        <translation>Die Ziffern einer Zelle werden für das Netz in Gebrauch gezeigt.</translation>
    </message>
    <message>
        <source>The pen digits are not on this computer. Get them, or train without them.</source>
        <translation>Die Stiftziffern sind nicht auf diesem Rechner. Sie holen oder ohne sie trainieren.</translation>
    </message>
    <message>
        <source>The training gives no sign of life; it can be cancelled.</source>
        <translation>Das Training gibt kein Lebenszeichen; es lässt sich abbrechen.</translation>
    </message>
    <message>
        <source>The training was cancelled; nothing of it was kept.</source>
        <translation>Das Training wurde abgebrochen; nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>These are the first {count}; a click puts one on the sheet.</source>
        <translation>Dies sind die ersten {count}; ein Klick legt eine aufs Blatt.</translation>
    </message>
    <message>
        <source>This needs {data}, which are not on this computer yet: {packed} to download, {size} on the disk, licence {licence}.</source>
        <translation>Dies braucht {data}, was noch nicht auf diesem Rechner ist: {packed} herunterzuladen, {size} auf der Platte, Lizenz {licence}.</translation>
    </message>
    <message>
        <source>Ticked it is shown its digits {quick:,} times, else {whole:,} times.</source>
        <translation>Mit Haken sieht es seine Ziffern {quick:,} Mal, sonst {whole:,} Mal.</translation>
    </message>
    <message>
        <source>Trained in {time}.</source>
        <translation>Trainiert in {time}.</translation>
    </message>
    <message>
        <source>Trained.</source>
        <translation>Trainiert.</translation>
    </message>
    <message>
        <source>Trained. Measuring how well it reads…</source>
        <translation>Trainiert. Misst, wie gut es liest…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Where the student has no slope, attacks that follow it cannot move, which tells nothing of how robust it is: divided by the temperature, its logits decide the same and have one.</source>
        <translation>Wo der Schüler keine Steigung hat, kommen Angriffe, die ihr folgen, nicht voran, was nichts über seine Robustheit sagt: Durch die Temperatur geteilt, entscheiden seine Logits dasselbe und haben eine.</translation>
    </message>
    <message>
        <source>Without pen digits, which are not on this computer.</source>
        <translation>Ohne Stiftziffern, die nicht auf diesem Rechner sind.</translation>
    </message>
    <message>
        <source>after epoch {epoch:,}</source>
        <translation>nach Epoche {epoch:,}</translation>
    </message>
    <message>
        <source>digits kept back: clean {share}</source>
        <translation>zurückgehaltene Ziffern: sauber {share}</translation>
    </message>
    <message>
        <source>eights</source>
        <translation>Achten</translation>
    </message>
    <message>
        <source>fives</source>
        <translation>Fünfen</translation>
    </message>
    <message>
        <source>fours</source>
        <translation>Vieren</translation>
    </message>
    <message>
        <source>loss {loss:.4f}</source>
        <translation>Verlust {loss:.4f}</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>misst</translation>
    </message>
    <message>
        <source>nines</source>
        <translation>Neunen</translation>
    </message>
    <message>
        <source>ones</source>
        <translation>Einsen</translation>
    </message>
    <message>
        <source>reading the data</source>
        <translation>liest die Daten</translation>
    </message>
    <message>
        <source>sevens</source>
        <translation>Siebenen</translation>
    </message>
    <message>
        <source>sixes</source>
        <translation>Sechsen</translation>
    </message>
    <message>
        <source>test digits {share}</source>
        <translation>Testziffern {share}</translation>
    </message>
    <message>
        <source>the network in use</source>
        <translation>das Netz in Gebrauch</translation>
    </message>
    <message>
        <source>threes</source>
        <translation>Dreien</translation>
    </message>
    <message>
        <source>training digits {share}</source>
        <translation>Trainingsziffern {share}</translation>
    </message>
    <message>
        <source>twos</source>
        <translation>Zweien</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>{count:,} of {these} are read as {digit}.</source>
        <translation>{count:,} von {these} werden als {digit} gelesen.</translation>
    </message>
    <message>
        <source>{count:,} of {these} are read correctly.</source>
        <translation>{count:,} von {these} werden richtig gelesen.</translation>
    </message>
    <message>
        <source>{count:,} of {these} is read as {digit}.</source>
        <translation>{count:,} von {these} wird als {digit} gelesen.</translation>
    </message>
    <message>
        <source>{count:,} of {these} is read correctly.</source>
        <translation>{count:,} von {these} wird richtig gelesen.</translation>
    </message>
    <message>
        <source>{data} is not on this computer; networks are trained with it.</source>
        <translation>{data} ist nicht auf diesem Rechner; damit werden Netze trainiert.</translation>
    </message>
    <message>
        <source>{done:.1f} of {all}</source>
        <translation>{done:.1f} von {all}</translation>
    </message>
    <message>
        <source>{hosts} or {last}</source>
        <translation>{hosts} oder {last}</translation>
    </message>
    <message>
        <source>{images:,} MNIST images</source>
        <translation>{images:,} MNIST-Bilder</translation>
    </message>
    <message>
        <source>{images:,} MNIST images and {writers} writers' pen digits</source>
        <translation>{images:,} MNIST-Bilder und Stiftziffern von {writers} Schreibern</translation>
    </message>
    <message>
        <source>{size:.1f} MB</source>
        <translation>{size:.1f} MB</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
    <message>
        <source>“{title}” has learned for {time}. Shall what it has learned be dropped, or kept as a network?</source>
        <translation>„{title}“ hat {time} lang gelernt. Soll das Gelernte verworfen oder als Netz behalten werden?</translation>
    </message>
    <message>
        <source>“{title}” has learned for {time}. Shall what it has learned be dropped?</source>
        <translation>„{title}“ hat {time} lang gelernt. Soll das Gelernte verworfen werden?</translation>
    </message>
    <message>
        <source>“{title}” misreads {wrong:,} of MNIST's {seen:,} test digits, on which no network is trained here.</source>
        <translation>„{title}“ liest von den {seen:,} Testziffern von MNIST, mit denen hier kein Netz trainiert wird, {wrong:,} falsch.</translation>
    </message>
    <message>
        <source>“{title}” misreads {wrong:,} of the first {seen:,} of MNIST's test digits, and is reading on.</source>
        <translation>„{title}“ liest von den ersten {seen:,} Testziffern von MNIST {wrong:,} falsch und liest weiter.</translation>
    </message>
</context>
<context>
    <name>lab/worker</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on first: then it can be stopped, and what it has learned kept</source>
        <translation>Erst weiter: Dann lässt es sich anhalten und das Gelernte behalten</translation>
    </message>
    <message>
        <source>The process that made the {kind} did not answer, and was replaced.</source>
        <translation>Der Prozess für „{kind}“ antwortete nicht und wurde ersetzt.</translation>
    </message>
    <message>
        <source>The process that made the {kind} did not answer, and was replaced; what it had learned is lost.</source>
        <translation>Der Prozess für „{kind}“ antwortete nicht und wurde ersetzt; das Gelernte ist verloren.</translation>
    </message>
    <message>
        <source>The process that made the {kind} has ended unexpectedly; the next {kind} starts a new one.</source>
        <translation>Der Prozess für „{kind}“ endete unerwartet; für „{kind}“ beginnt das nächste Mal ein neuer.</translation>
    </message>
    <message>
        <source>The process that read it has ended unexpectedly: nothing was opened.</source>
        <translation>Der lesende Prozess endete unerwartet: Nichts wurde geöffnet.</translation>
    </message>
    <message>
        <source>The {kind} ended with an unexpected error ({error}).</source>
        <translation>„{kind}“ endete mit einem unerwarteten Fehler ({error}).</translation>
    </message>
    <message>
        <source>The {kind} was stopped before its first step.</source>
        <translation>„{kind}“ wurde vor dem ersten Schritt angehalten.</translation>
    </message>
    <message>
        <source>attack</source>
        <comment>kind of work</comment>
        <translation>Angriff</translation>
    </message>
    <message>
        <source>explanation</source>
        <comment>kind of work</comment>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>fit</source>
        <comment>kind of work</comment>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>measurement</source>
        <comment>kind of work</comment>
        <translation>Messung</translation>
    </message>
    <message>
        <source>opening</source>
        <comment>kind of work</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>photo</source>
        <comment>kind of work</comment>
        <translation>Foto</translation>
    </message>
    <message>
        <source>proof</source>
        <comment>kind of work</comment>
        <translation>Beweis</translation>
    </message>
    <message>
        <source>reading of the test digits</source>
        <comment>kind of work</comment>
        <translation>Lesen der Testziffern</translation>
    </message>
    <message>
        <source>survival</source>
        <comment>kind of work</comment>
        <translation>Überleben</translation>
    </message>
    <message>
        <source>training</source>
        <comment>kind of work</comment>
        <translation>Training</translation>
    </message>
    <message>
        <source>“Go on” continues from there.</source>
        <translation>„Weiter“ setzt dort fort.</translation>
    </message>
</context>
<context>
    <name>lab/world</name>
    <message>
        <source>Adversarial</source>
        <translation>Gegnerisch</translation>
    </message>
    <message>
        <source>As it is: read as {label}, {verdict}</source>
        <translation>Wie es ist: gelesen als {label}, {verdict}</translation>
    </message>
    <message>
        <source>Attack the drawing first: then you see here in how many of 1,000 random views, turned, moved, blurred and noisy, it still fools.</source>
        <translation>Erst die Zeichnung angreifen: Dann zeigt sich hier, in wie vielen von 1 000 zufälligen Ansichten, gedreht, verschoben, unscharf und verrauscht, sie noch täuscht.</translation>
    </message>
    <message>
        <source>Attack: {attack}, {aim}.</source>
        <translation>Angriff: {attack}, {aim}.</translation>
    </message>
    <message>
        <source>Blur px</source>
        <translation>Unschärfe px</translation>
    </message>
    <message>
        <source>Blurred by a Gaussian of up to so many pixels.</source>
        <translation>Unscharf durch eine Gaußglocke von bis zu so vielen Pixeln.</translation>
    </message>
    <message>
        <source>Brighter or darker by up to so much of white.</source>
        <translation>Heller oder dunkler um bis zu so viel von Weiß.</translation>
    </message>
    <message>
        <source>Brightness ±</source>
        <translation>Helligkeit ±</translation>
    </message>
    <message>
        <source>Contrast ±</source>
        <translation>Kontrast ±</translation>
    </message>
    <message>
        <source>Fooled by your photo: {name} {reads} in the original, and {label} · {share} in the adversarial image.</source>
        <translation>Vom Foto getäuscht: {name} {reads} im Original und {label} · {share} im gegnerischen Bild.</translation>
    </message>
    <message>
        <source>Looking at it in 1,000 ways…</source>
        <translation>Betrachtet es auf 1 000 Weisen…</translation>
    </message>
    <message>
        <source>Made larger or smaller by up to this share.</source>
        <translation>Vergrößert oder verkleinert um bis zu diesen Anteil.</translation>
    </message>
    <message>
        <source>More or less contrast by up to this share.</source>
        <translation>Mehr oder weniger Kontrast um bis zu diesen Anteil.</translation>
    </message>
    <message>
        <source>Moved by up to so many pixels of 28, in both directions.</source>
        <translation>Verschoben um bis zu so viele Pixel von 28, in beide Richtungen.</translation>
    </message>
    <message>
        <source>Network: {network}. The change is {size} large.</source>
        <translation>Netz: {network}. Größe der Änderung: {size}.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Noise of up to this deviation of gray.</source>
        <translation>Rauschen mit bis zu dieser Streuung des Grauwerts.</translation>
    </message>
    <message>
        <source>Not fooled as wanted: {name} {reads} in the original, and {label} in the adversarial image, where {goal} was wanted.</source>
        <translation>Nicht wie gewünscht getäuscht: {name} {reads} im Original und {label} im gegnerischen Bild, wo {goal} gewünscht war.</translation>
    </message>
    <message>
        <source>Not fooled by your photo: {name} {reads} in the original, and the same digit in the adversarial image. A larger change survives print and camera better, as inside a budget of L2 3.</source>
        <translation>Vom Foto nicht getäuscht: {name} {reads} im Original und dieselbe Ziffer im gegnerischen Bild. Eine größere Änderung übersteht Druck und Kamera besser, etwa mit einem Budget von L2 3.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Rotation °</source>
        <translation>Drehung °</translation>
    </message>
    <message>
        <source>Scale ±</source>
        <translation>Größe ±</translation>
    </message>
    <message>
        <source>Shift px</source>
        <translation>Verschiebung px</translation>
    </message>
    <message>
        <source>Still fools in {fooled} of {views:,} random views: it is read {wish} there. The plain digit is read as before in {kept} of the same views; no attack can be expected to last much longer than the digit itself.</source>
        <translation>Täuscht noch in {fooled} von {views:,} zufälligen Ansichten: Dort wird es {wish} gelesen. Die unveränderte Ziffer wird in {kept} derselben Ansichten wie zuvor gelesen; kein Angriff kann viel länger halten als die Ziffer selbst.</translation>
    </message>
    <message>
        <source>Turned by up to so many degrees, to either side.</source>
        <translation>Gedreht um bis zu so viele Grad, nach beiden Seiten.</translation>
    </message>
    <message>
        <source>View {number:,}, not read yet</source>
        <translation>Ansicht {number:,}, noch nicht gelesen</translation>
    </message>
    <message>
        <source>View {number:,}, turned by {degrees:+.0f}°, moved by {right:+.1f}, {down:+.1f} px, {scale:.2f} times as large: read as {label}, {verdict}</source>
        <translation>Ansicht {number:,}, gedreht um {degrees:+.0f}°, verschoben um {right:+.1f}, {down:+.1f} px, {scale:.2f}-mal so groß: gelesen als {label}, {verdict}</translation>
    </message>
    <message>
        <source>as another digit</source>
        <translation>als andere Ziffer</translation>
    </message>
    <message>
        <source>as {label}</source>
        <translation>als {label}</translation>
    </message>
    <message>
        <source>does not fool</source>
        <translation>täuscht nicht</translation>
    </message>
    <message>
        <source>still fools</source>
        <translation>täuscht noch</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
</context>
<context>
    <name>networks</name>
    <message>
        <source>1,000 test images that it reads correctly, toward random wrong digits in 100 steps</source>
        <translation>1 000 Testbildern, die es richtig liest, hin zu zufälligen falschen Ziffern in 100 Schritten</translation>
    </message>
    <message>
        <source>1,998 pen digits by writers never trained on</source>
        <translation>1 998 Stiftziffern von Schreibern, mit denen nie trainiert wurde</translation>
    </message>
    <message>
        <source>12 epochs of cross-entropy, adam of rate 0.004 (cycle), batches of 128</source>
        <translation>12 Epochen (cross-entropy), adam mit Rate 0,004 (cycle), Stapel von 128</translation>
    </message>
    <message>
        <source>12 epochs of hinge, adam of rate 0.002 (cycle), batches of 128, weight decay 0.01</source>
        <translation>12 Epochen (hinge), adam mit Rate 0,002 (cycle), Stapel von 128, Gewichtszerfall 0,01</translation>
    </message>
    <message>
        <source>13 epochs of cross-entropy, adam of rate 0.005 (cycle), batches of 128, on adversarial images alone, by 3 steps from a random start within L∞ 0.28, which rose over the first 30%</source>
        <translation>13 Epochen (cross-entropy), adam mit Rate 0,005 (cycle), Stapel von 128, nur mit gegnerischen Bildern, in 3 Schritten ab einem zufälligen Beginn innerhalb von L∞ 0,28, das über die ersten 30 % anstieg</translation>
    </message>
    <message>
        <source>14 epochs of cross-entropy, adam of rate 0.015 (cycle), batches of 128, distilled from report at temperature 40</source>
        <translation>14 Epochen (cross-entropy), adam mit Rate 0,015 (cycle), Stapel von 128, destilliert aus report bei Temperatur 40</translation>
    </message>
    <message>
        <source>14 epochs of cross-entropy, adam of rate 0.015 (cycle), batches of 128, on adversarial images alone, by 5 steps from a random start within L∞ 0.1, which rose over the first 30%</source>
        <translation>14 Epochen (cross-entropy), adam mit Rate 0,015 (cycle), Stapel von 128, nur mit gegnerischen Bildern, in 5 Schritten ab einem zufälligen Beginn innerhalb von L∞ 0,1, das über die ersten 30 % anstieg</translation>
    </message>
    <message>
        <source>16 epochs of cross-entropy, adam of rate 0.002 (cycle), batches of 128, warped by 1</source>
        <translation>16 Epochen (cross-entropy), adam mit Rate 0,002 (cycle), Stapel von 128, verzerrt um 1</translation>
    </message>
    <message>
        <source>24 epochs of cross-entropy, adam of rate 0.002 (cycle), batches of 128, on the worst that interval bounds allow within L∞ 0.2, which rose over the first 40%, and on the images as they are with a weight that fell to 0.5</source>
        <translation>24 Epochen (cross-entropy), adam mit Rate 0,002 (cycle), Stapel von 128, mit dem Schlimmsten, was Intervallgrenzen innerhalb von L∞ 0,2 erlauben, das über die ersten 40 % anstieg, und mit den Bildern, wie sie sind, mit einem Gewicht, das auf 0,5 sank</translation>
    </message>
    <message>
        <source>40 epochs of cross-entropy, adam of rate 0.002 (cycle), batches of 128, on the worst that interval bounds allow within L∞ 0.1, which rose over the first 40%, and on the images as they are with a weight that fell to 0.3</source>
        <translation>40 Epochen (cross-entropy), adam mit Rate 0,002 (cycle), Stapel von 128, mit dem Schlimmsten, was Intervallgrenzen innerhalb von L∞ 0,1 erlauben, das über die ersten 40 % anstieg, und mit den Bildern, wie sie sind, mit einem Gewicht, das auf 0,3 sank</translation>
    </message>
    <message>
        <source>59,500 images: 100% of MNIST's training images but 500, looked at meanwhile</source>
        <translation>59 500 Bilder: 100 % der Trainingsbilder von MNIST ohne 500, die zwischendurch betrachtet wurden</translation>
    </message>
    <message>
        <source>6 epochs of cross-entropy, adam of rate 0.002 (cycle), batches of 128</source>
        <translation>6 Epochen (cross-entropy), adam mit Rate 0,002 (cycle), Stapel von 128</translation>
    </message>
    <message>
        <source>6 epochs of cross-entropy, adam of rate 0.006 (cycle), batches of 128</source>
        <translation>6 Epochen (cross-entropy), adam mit Rate 0,006 (cycle), Stapel von 128</translation>
    </message>
    <message>
        <source>6,000 images: 10% of MNIST's training images</source>
        <translation>6 000 Bilder: 10 % der Trainingsbilder von MNIST</translation>
    </message>
    <message>
        <source>75,988 images: 100% of MNIST's training images but 500, looked at meanwhile, pen digits of all writers but 8 in 3 widths</source>
        <translation>75 988 Bilder: 100 % der Trainingsbilder von MNIST ohne 500, die zwischendurch betrachtet wurden, Stiftziffern aller Schreiber außer 8 in 3 Breiten</translation>
    </message>
    <message>
        <source>76,488 images: 100% of MNIST's training images, pen digits of all writers but 8 in 3 widths</source>
        <translation>76 488 Bilder: 100 % der Trainingsbilder von MNIST, Stiftziffern aller Schreiber außer 8 in 3 Breiten</translation>
    </message>
    <message>
        <source>784 bits-10, counted</source>
        <translation>784 Bits-10, gezählt</translation>
    </message>
    <message>
        <source>784-10, cross-entropy</source>
        <translation>784-10, cross-entropy</translation>
    </message>
    <message>
        <source>784-10, hinge</source>
        <translation>784-10, hinge</translation>
    </message>
    <message>
        <source>784-256-128-10, ReLU, cross-entropy</source>
        <translation>784-256-128-10, ReLU, cross-entropy</translation>
    </message>
    <message>
        <source>784-[20]-10, ReLU, squared error</source>
        <translation>784-[20]-10, ReLU, squared error</translation>
    </message>
    <message>
        <source>784-[20]-10, sigmoid, cross-entropy</source>
        <translation>784-[20]-10, sigmoid, cross-entropy</translation>
    </message>
    <message>
        <source>784-[20]-10, sigmoid, squared error</source>
        <translation>784-[20]-10, sigmoid, squared error</translation>
    </message>
    <message>
        <source>784-[20]-10, tanh, squared error</source>
        <translation>784-[20]-10, tanh, squared error</translation>
    </message>
    <message>
        <source>8 Chebyshev filters of order 8, pool, 16 of order 5, pool, 10, ReLU, cross-entropy</source>
        <translation>8 Tschebyschow-Filter der Ordnung 8, pool, 16 der Ordnung 5, pool, 10, ReLU, cross-entropy</translation>
    </message>
    <message>
        <source>8 epochs of cross-entropy, adam of rate 0.004 (cycle), batches of 128</source>
        <translation>8 Epochen (cross-entropy), adam mit Rate 0,004 (cycle), Stapel von 128</translation>
    </message>
    <message>
        <source>96 epochs of squared error, sgd of rate 0.5 (decay), batches of 10, warped by 1, weight decay 1e-06</source>
        <translation>96 Epochen (squared error), sgd mit Rate 0,5 (decay), Stapel von 10, verzerrt um 1, Gewichtszerfall 1e-06</translation>
    </message>
    <message>
        <source>96 epochs of squared error, sgd of rate 6 (decay), batches of 10, warped by 1, weight decay 1e-06</source>
        <translation>96 Epochen (squared error), sgd mit Rate 6 (decay), Stapel von 10, verzerrt um 1, Gewichtszerfall 1e-06</translation>
    </message>
    <message>
        <source>Bernoulli naive Bayes</source>
        <translation>Naiver Bayes (Bernoulli)</translation>
    </message>
    <message>
        <source>Certified within 0.1</source>
        <translation>Zertifiziert bis 0,1</translation>
    </message>
    <message>
        <source>Certified within 0.2</source>
        <translation>Zertifiziert bis 0,2</translation>
    </message>
    <message>
        <source>Convolutional</source>
        <translation>Faltungsnetz</translation>
    </message>
    <message>
        <source>Convolutional, robust</source>
        <translation>Faltungsnetz, robust</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>Vollständig verbunden</translation>
    </message>
    <message>
        <source>GRU of 96 units over 28 rows, 10, cross-entropy</source>
        <translation>GRU mit 96 Einheiten über 28 Zeilen, 10, cross-entropy</translation>
    </message>
    <message>
        <source>Graph-convolutional</source>
        <translation>Graph-Faltungsnetz</translation>
    </message>
    <message>
        <source>It has no confidences of its own: shown is the softmax of its margins.</source>
        <translation>Es hat keine eigenen Zuversichten: Gezeigt wird der Softmax seiner Abstände.</translation>
    </message>
    <message>
        <source>It is linear in the pixels' bits, paper or ink at .5. Its gradient is passed straight through to the pixels and tells the log-odds of each bit, what flipping it is worth; a change that does not cross .5 changes nothing, so a small attack chooses which pixels flip.</source>
        <translation>Es ist linear in den Bits der Pixel, Papier oder Tinte bei .5. Sein Gradient wird einfach zu den Pixeln durchgereicht und nennt die Log-Odds jedes Bits, also was sein Umkippen bringt; eine Änderung, die .5 nicht überschreitet, ändert nichts, daher wählt ein kleiner Angriff, welche Pixel kippen.</translation>
    </message>
    <message>
        <source>Linear support vector machine</source>
        <translation>Lineare Support-Vector-Machine</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>Rekurrent</translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation>Softmax-Regression</translation>
    </message>
    <message>
        <source>The report's network</source>
        <translation>Netz des Berichts</translation>
    </message>
    <message>
        <source>The report's with ReLU</source>
        <translation>Netz des Berichts mit ReLU</translation>
    </message>
    <message>
        <source>The report's with tanh</source>
        <translation>Netz des Berichts mit tanh</translation>
    </message>
    <message>
        <source>The report's, distilled</source>
        <translation>Netz des Berichts, destilliert</translation>
    </message>
    <message>
        <source>The report's, robust</source>
        <translation>Netz des Berichts, robust</translation>
    </message>
    <message>
        <source>all 10,000 test images within 0.1 a pixel, by interval bounds,</source>
        <translation>allen 10 000 Testbildern bei 0,1 je Pixel mit Intervallgrenzen</translation>
    </message>
    <message>
        <source>all 10,000 test images within 0.2 a pixel, by interval bounds,</source>
        <translation>allen 10 000 Testbildern bei 0,2 je Pixel mit Intervallgrenzen</translation>
    </message>
    <message>
        <source>all 10,000 test images within 0.3 a pixel, by interval bounds,</source>
        <translation>allen 10 000 Testbildern bei 0,3 je Pixel mit Intervallgrenzen</translation>
    </message>
    <message>
        <source>conv 5x5x16 / 2, conv 5x5x32 / 2, 128, 10, ReLU, cross-entropy</source>
        <translation>conv 5x5x16 / 2, conv 5x5x32 / 2, 128, 10, ReLU, cross-entropy</translation>
    </message>
    <message>
        <source>conv 5x5x16, pool, conv 5x5x32, pool, 128, 10, ReLU, cross-entropy</source>
        <translation>conv 5x5x16, pool, conv 5x5x32, pool, 128, 10, ReLU, cross-entropy</translation>
    </message>
    <message>
        <source>counted in one pass</source>
        <translation>in einem Durchgang gezählt</translation>
    </message>
    <message>
        <source>the first 1,000 test images within 0.1 a pixel, by branch and bound,</source>
        <translation>den ersten 1 000 Testbildern bei 0,1 je Pixel durch Verzweigen und Begrenzen</translation>
    </message>
    <message>
        <source>the first 1,000 test images within 0.1 a pixel, by projected gradient descent of 40 steps following the bare cross-entropy,</source>
        <translation>den ersten 1 000 Testbildern bei 0,1 je Pixel und projiziertem Gradientenabstieg in 40 Schritten entlang der bloßen Kreuzentropie</translation>
    </message>
    <message>
        <source>the first 1,000 test images within 0.1 a pixel, by projected gradient descent of 40 steps made for convolutional,</source>
        <translation>den ersten 1 000 Testbildern bei 0,1 je Pixel und projiziertem Gradientenabstieg in 40 Schritten (erzeugt für convolutional)</translation>
    </message>
    <message>
        <source>the first 1,000 test images within 0.1 a pixel, by projected gradient descent of 40 steps made for report,</source>
        <translation>den ersten 1 000 Testbildern bei 0,1 je Pixel und projiziertem Gradientenabstieg in 40 Schritten (erzeugt für report)</translation>
    </message>
    <message>
        <source>the first 1,000 test images within 0.1 a pixel, by the same and by projected gradient descent of 40 steps on its cross-entropy and its margin, from two starts each,</source>
        <translation>den ersten 1 000 Testbildern bei 0,1 je Pixel und demselben sowie projiziertem Gradientenabstieg in 40 Schritten auf seiner Kreuzentropie und seinem Vorsprung (je zwei Anfänge)</translation>
    </message>
    <message>
        <source>the first 1,000 test images within 0.2 a pixel, by projected gradient descent of 40 steps made for convolutional,</source>
        <translation>den ersten 1 000 Testbildern bei 0,2 je Pixel und projiziertem Gradientenabstieg in 40 Schritten (erzeugt für convolutional)</translation>
    </message>
    <message>
        <source>the first 1,000 test images within 0.2 a pixel, by the same and by projected gradient descent of 40 steps on its cross-entropy and its margin, from two starts each,</source>
        <translation>den ersten 1 000 Testbildern bei 0,2 je Pixel und demselben sowie projiziertem Gradientenabstieg in 40 Schritten auf seiner Kreuzentropie und seinem Vorsprung (je zwei Anfänge)</translation>
    </message>
    <message>
        <source>the first 1,000 test images within 0.3 a pixel, by projected gradient descent of 40 steps made for convolutional,</source>
        <translation>den ersten 1 000 Testbildern bei 0,3 je Pixel und projiziertem Gradientenabstieg in 40 Schritten (erzeugt für convolutional)</translation>
    </message>
    <message>
        <source>the first 1,000 test images within 0.3 a pixel, by the same and by projected gradient descent of 40 steps on its cross-entropy and its margin, from two starts each,</source>
        <translation>den ersten 1 000 Testbildern bei 0,3 je Pixel und demselben sowie projiziertem Gradientenabstieg in 40 Schritten auf seiner Kreuzentropie und seinem Vorsprung (je zwei Anfänge)</translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>Something went wrong that nobody foresaw ({name}). Your drawing is still there.</source>
        <translation>Etwas Unvorhergesehenes ging schief ({name}). Die Zeichnung ist noch da.</translation>
    </message>
</context>
<context>
    <name>ui/attack</name>
    <message>
        <source>&amp;Stretch the colours of the perturbation</source>
        <translation>Farben der &amp;Störung strecken</translation>
    </message>
    <message>
        <source>Adversarial</source>
        <translation>Gegnerisch</translation>
    </message>
    <message>
        <source>Any other</source>
        <translation>Eine andere</translation>
    </message>
    <message>
        <source>Attack</source>
        <translation>Angreifen</translation>
    </message>
    <message>
        <source>Attack</source>
        <comment>page</comment>
        <translation>Angriff</translation>
    </message>
    <message>
        <source>Attack</source>
        <comment>setting</comment>
        <translation>Angriff</translation>
    </message>
    <message>
        <source>Attack again</source>
        <translation>Neu angreifen</translation>
    </message>
    <message>
        <source>Attack again toward {goal}</source>
        <translation>Neu zur {goal} angreifen</translation>
    </message>
    <message>
        <source>Attack again whenever the drawing or a parameter changes; Esc turns it off</source>
        <translation>Neu angreifen, sobald sich die Zeichnung oder ein Parameter ändert; Esc schaltet es aus</translation>
    </message>
    <message>
        <source>Attack away again</source>
        <translation>Wieder davon weg</translation>
    </message>
    <message>
        <source>Attack every digit again</source>
        <translation>Jede Ziffer neu angreifen</translation>
    </message>
    <message>
        <source>Attack toward all other digits at once, as one batch</source>
        <translation>Zu allen anderen Ziffern zugleich angreifen, als ein Stapel</translation>
    </message>
    <message>
        <source>Attack toward every digit to see ten at once.</source>
        <translation>Zu jeder Ziffer angreifen, um zehn auf einmal zu sehen.</translation>
    </message>
    <message>
        <source>Attack toward {goal}</source>
        <translation>Zur {goal} angreifen</translation>
    </message>
    <message>
        <source>Attacks</source>
        <translation>Angriffe</translation>
    </message>
    <message>
        <source>Attacks toward every digit</source>
        <translation>Angriffe zu jeder Ziffer</translation>
    </message>
    <message>
        <source>Below the images</source>
        <translation>Unter den Bildern</translation>
    </message>
    <message>
        <source>Choose an attack</source>
        <translation>Einen Angriff wählen</translation>
    </message>
    <message>
        <source>Clear region</source>
        <translation>Bereich leeren</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Zuversicht</translation>
    </message>
    <message>
        <source>Confidence of the goal before rounding</source>
        <translation>Zuversicht für das Ziel vor dem Runden</translation>
    </message>
    <message>
        <source>Confidence of the {away} before rounding</source>
        <translation>Zuversicht für die {away} vor dem Runden</translation>
    </message>
    <message>
        <source>Course of the run</source>
        <translation>Verlauf des Laufs</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Every attack that has ended: go back to one, or compare two</source>
        <translation>Jeder beendete Angriff: zu einem zurückgehen oder zwei vergleichen</translation>
    </message>
    <message>
        <source>Every digit</source>
        <translation>Jede Ziffer</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>Fooled toward {fooled}.</source>
        <translation>Getäuscht zu {fooled}.</translation>
    </message>
    <message>
        <source>L2 before rounding</source>
        <translation>L2 vor dem Runden</translation>
    </message>
    <message>
        <source>L2, misfit</source>
        <translation>L2, Abweichung</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Make the network read anything but what it reads now</source>
        <translation>Das Netz irgendetwas anderes lesen lassen als jetzt</translation>
    </message>
    <message>
        <source>Misfit before rounding</source>
        <translation>Abweichung vor dem Runden</translation>
    </message>
    <message>
        <source>Misfit to the {away} before rounding</source>
        <translation>Abweichung von der {away} vor dem Runden</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Neuer Startwert</translation>
    </message>
    <message>
        <source>No attack has these words and needs to see no more.</source>
        <translation>Kein Angriff hat diese Wörter und muss nicht mehr sehen.</translation>
    </message>
    <message>
        <source>Not fooled toward any digit.</source>
        <translation>Zu keiner Ziffer getäuscht.</translation>
    </message>
    <message>
        <source>Nothing is painted yet</source>
        <translation>Noch ist nichts gemalt</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Paint over the digit what may change: glasses, a sticker, anything.</source>
        <translation>Über die Ziffer malen, was sich ändern darf: eine Brille, einen Aufkleber, irgendetwas.</translation>
    </message>
    <message>
        <source>Paint what may change; the right button or the eraser takes it away. By keys: arrows and Space.</source>
        <translation>Malen, was sich ändern darf; die rechte Taste oder der Radierer nimmt es weg. Mit Tasten: Pfeile und Leertaste.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Pixels above the threshold become ink, all others paper</source>
        <translation>Pixel über der Schwelle werden Tinte, alle anderen Papier</translation>
    </message>
    <message>
        <source>Play the run</source>
        <translation>Den Lauf abspielen</translation>
    </message>
    <message>
        <source>Progress of the attack</source>
        <translation>Fortschritt des Angriffs</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Raw L2</source>
        <translation>L2 roh</translation>
    </message>
    <message>
        <source>Raw goal</source>
        <translation>Ziel roh</translation>
    </message>
    <message>
        <source>Raw misfit</source>
        <translation>Abw. roh</translation>
    </message>
    <message>
        <source>Raw {away}</source>
        <translation>{away} roh</translation>
    </message>
    <message>
        <source>Region that may change</source>
        <translation>Bereich, der sich ändern darf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs ({count:,})</source>
        <translation>Läufe ({count:,})</translation>
    </message>
    <message>
        <source>Search for an attack</source>
        <translation>Einen Angriff suchen</translation>
    </message>
    <message>
        <source>Search: a name, a word, a norm</source>
        <translation>Suche: ein Name, ein Wort, eine Norm</translation>
    </message>
    <message>
        <source>See an image in the large; so does a click on one, or Enter</source>
        <translation>Ein Bild groß sehen; das tut auch ein Klick darauf oder die Eingabetaste</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Shown is {words}.</source>
        <translation>Gezeigt ist: {words}.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Step on</source>
        <translation>Schritt weiter</translation>
    </message>
    <message>
        <source>Step shown</source>
        <translation>Gezeigter Schritt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Schritte des Laufs</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Take away instead of paint, as the right button does</source>
        <translation>Wegnehmen statt malen, wie es die rechte Taste tut</translation>
    </message>
    <message>
        <source>Take the next seed</source>
        <translation>Den nächsten Startwert nehmen</translation>
    </message>
    <message>
        <source>Take the whole region away</source>
        <translation>Den ganzen Bereich wegnehmen</translation>
    </message>
    <message>
        <source>The attack's own parameters</source>
        <translation>Eigene Parameter des Angriffs</translation>
    </message>
    <message>
        <source>The attack's own parameters, what it does, and who says so</source>
        <translation>Eigene Parameter des Angriffs, was er tut und wer das sagt</translation>
    </message>
    <message>
        <source>The attacker may see</source>
        <translation>Der Angreifer sieht</translation>
    </message>
    <message>
        <source>The best step is {best:,}.</source>
        <translation>Der beste Schritt ist {best:,}.</translation>
    </message>
    <message>
        <source>The course of the run, and every step</source>
        <translation>Der Verlauf des Laufs und jeder Schritt</translation>
    </message>
    <message>
        <source>The curves are of each step's real numbers, before they are clipped to [0, 1] and rounded; bars and tiles are of the image. Misfit: half the squared distance between the sigmoids of the ten logits and what is wanted of them, 1 for the goal and 0 for the others; the bars of a softmax network are no sigmoids.</source>
        <translation>Die Kurven gelten den reellen Zahlen jedes Schritts, bevor sie auf [0, 1] beschnitten und gerundet werden; Balken und Kacheln gelten dem Bild. Abweichung: der halbe quadrierte Abstand der zehn Logits, durch die Sigmoidfunktion geschickt, von dem, was sie sein sollen: 1 für das Ziel und 0 für die anderen; die Balken eines Softmax-Netzes sind keine Sigmoidwerte.</translation>
    </message>
    <message>
        <source>The run's course appears here</source>
        <translation>Hier erscheint der Verlauf des Laufs</translation>
    </message>
    <message>
        <source>The same in black and white</source>
        <translation>Dasselbe in Schwarz und Weiß</translation>
    </message>
    <message>
        <source>The same seed gives the same run, bit for bit</source>
        <translation>Derselbe Startwert gibt denselben Lauf, Bit für Bit</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Thresholded</source>
        <translation>Mit Schwelle</translation>
    </message>
    <message>
        <source>To save room {count:,} steps are kept.</source>
        <translation>Um Platz zu sparen, sind {count:,} Schritte aufbewahrt.</translation>
    </message>
    <message>
        <source>Toward {goal}</source>
        <translation>Zur {goal}</translation>
    </message>
    <message>
        <source>Toward {goal}, shown</source>
        <translation>Zur {goal}, gezeigt</translation>
    </message>
    <message>
        <source>Toward {goal}: {known}</source>
        <translation>Zur {goal}: {known}</translation>
    </message>
    <message>
        <source>What an attack changes</source>
        <translation>Was ein Angriff ändert</translation>
    </message>
    <message>
        <source>What attacks have in common</source>
        <translation>Was Angriffe gemeinsam haben</translation>
    </message>
    <message>
        <source>What fools the network</source>
        <translation>Was das Netz täuscht</translation>
    </message>
    <message>
        <source>What the attacker may see</source>
        <translation>Was der Angreifer sehen darf</translation>
    </message>
    <message>
        <source>What you draw appears here</source>
        <translation>Hier erscheint die Zeichnung</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>Why it fools: the slope, noise of the same length, and the way there</source>
        <translation>Warum es täuscht: die Steigung, Rauschen derselben Länge und der Weg dorthin</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>fooled</source>
        <translation>getäuscht</translation>
    </message>
    <message>
        <source>not fooled</source>
        <translation>nicht getäuscht</translation>
    </message>
    <message>
        <source>read as this already</source>
        <translation>schon so gelesen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>{count} of {all} pixels may change</source>
        <translation>{count} von {all} Pixeln dürfen sich ändern</translation>
    </message>
    <message>
        <source>{count} pixels ({share}) may change, and nothing else.</source>
        <translation>{count} Pixel ({share}) dürfen sich ändern und sonst nichts.</translation>
    </message>
    <message>
        <source>{outdated} Make it anew, as things are now</source>
        <translation>{outdated} Neu angreifen, wie es jetzt steht</translation>
    </message>
    <message>
        <source>{value:.2f} of white</source>
        <translation>{value:.2f} von Weiß</translation>
    </message>
</context>
<context>
    <name>ui/comparison</name>
    <message>
        <source>&amp;Copy table</source>
        <translation>Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Most fooled first</source>
        <translation>&amp;Am meisten getäuschte zuerst</translation>
    </message>
    <message>
        <source>10 of 10</source>
        <translation>10 von 10</translation>
    </message>
    <message>
        <source>99.9 % MNIST · 99.9 % pen</source>
        <translation>99,9 % MNIST · 99,9 % Stift</translation>
    </message>
    <message>
        <source>A click puts it in use: {network}</source>
        <translation>Ein Klick wählt dieses Netz: {network}</translation>
    </message>
    <message>
        <source>Adversarial</source>
        <translation>Gegnerisch</translation>
    </message>
    <message>
        <source>Attack every network, show each to all</source>
        <translation>Jedes Netz angreifen, jedes Bild allen zeigen</translation>
    </message>
    <message>
        <source>Compare</source>
        <comment>page</comment>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Every network's</source>
        <translation>Alle Netze</translation>
    </message>
    <message>
        <source>Fools</source>
        <translation>Täuscht</translation>
    </message>
    <message>
        <source>In the &amp;networks' order</source>
        <translation>In der Reihenfolge der &amp;Netze</translation>
    </message>
    <message>
        <source>Made against</source>
        <translation>Gemacht gegen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Networks attacked so far</source>
        <translation>Bisher angegriffene Netze</translation>
    </message>
    <message>
        <source>Show one attack's image to every network</source>
        <translation>Das Bild eines Angriffs jedem Netz zeigen</translation>
    </message>
    <message>
        <source>Shown to</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Shown to {network}</source>
        <translation>Gezeigt: {network}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>This attack</source>
        <translation>Dieser Angriff</translation>
    </message>
    <message>
        <source>What every network is shown</source>
        <translation>Was jedem Netz gezeigt wird</translation>
    </message>
    <message>
        <source>Whom each network's adversarial image fools</source>
        <translation>Wen das gegnerische Bild jedes Netzes täuscht</translation>
    </message>
    <message>
        <source>a drawing, {line}</source>
        <translation>eine Zeichnung, {line}</translation>
    </message>
    <message>
        <source>an adversarial image, {words}</source>
        <translation>ein gegnerisches Bild, {words}</translation>
    </message>
    <message>
        <source>attacked</source>
        <translation>angegriffen</translation>
    </message>
    <message>
        <source>fools {count}</source>
        <translation>täuscht {count}</translation>
    </message>
    <message>
        <source>no adversarial image yet</source>
        <translation>noch kein gegnerisches Bild</translation>
    </message>
    <message>
        <source>not 8 before</source>
        <translation>vorher nicht 8</translation>
    </message>
    <message>
        <source>not attacked yet</source>
        <translation>noch nicht angegriffen</translation>
    </message>
    <message>
        <source>not fooled</source>
        <translation>nicht getäuscht</translation>
    </message>
    <message>
        <source>nothing is drawn</source>
        <translation>nichts ist gezeichnet</translation>
    </message>
    <message>
        <source>other digit</source>
        <translation>andere Ziffer</translation>
    </message>
    <message>
        <source>step {step:,}</source>
        <translation>Schritt {step:,}</translation>
    </message>
    <message>
        <source>{network}: not shown yet</source>
        <translation>{network}: noch nicht gezeigt</translation>
    </message>
</context>
<context>
    <name>ui/defence</name>
    <message>
        <source>A click sets it; the mouse, or Alt with an arrow key, moves it; Del takes it out</source>
        <translation>Ein Klick stellt sie ein; die Maus oder Alt mit einer Pfeiltaste verschiebt sie; Entf nimmt sie heraus</translation>
    </message>
    <message>
        <source>Add a defence…</source>
        <translation>Verteidigung dazu…</translation>
    </message>
    <message>
        <source>All budgets</source>
        <translation>Alle Budgets</translation>
    </message>
    <message>
        <source>Attack</source>
        <translation>Angreifen</translation>
    </message>
    <message>
        <source>Attack toward 0</source>
        <translation>Zur 0 angreifen</translation>
    </message>
    <message>
        <source>Attack toward {goal}</source>
        <translation>Zur {goal} angreifen</translation>
    </message>
    <message>
        <source>Attacked</source>
        <translation>Angegriffen</translation>
    </message>
    <message>
        <source>Aware</source>
        <translation>Wissend</translation>
    </message>
    <message>
        <source>Bracket in {norm}</source>
        <translation>Klammer in {norm}</translation>
    </message>
    <message>
        <source>Budget of the map</source>
        <translation>Budget der Karte</translation>
    </message>
    <message>
        <source>By how much each pixel may change, in levels of 255</source>
        <translation>Um wie viel sich jedes Pixel ändern darf, in Stufen von 255</translation>
    </message>
    <message>
        <source>By “{attack}”</source>
        <translation>Mit „{attack}“</translation>
    </message>
    <message>
        <source>By “{attack}”, around the defence</source>
        <translation>Mit „{attack}“, an der Verteidigung vorbei</translation>
    </message>
    <message>
        <source>By “{attack}”, through the defence</source>
        <translation>Mit „{attack}“, durch die Verteidigung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>what is being made</comment>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Choose one at “Behind”, or train one</source>
        <translation>Eine bei „Hinter“ wählen oder eine trainieren</translation>
    </message>
    <message>
        <source>Defences between the image and the network</source>
        <translation>Verteidigungen zwischen Bild und Netz</translation>
    </message>
    <message>
        <source>Defend</source>
        <comment>page</comment>
        <translation>Abwehr</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Follow the drawing on its way through the defences</source>
        <translation>Der Zeichnung auf ihrem Weg durch die Verteidigungen folgen</translation>
    </message>
    <message>
        <source>Follow what an attack has made of it</source>
        <translation>Dem folgen, was ein Angriff daraus gemacht hat</translation>
    </message>
    <message>
        <source>How much is measured</source>
        <translation>Wie viel gemessen ist</translation>
    </message>
    <message>
        <source>Image →</source>
        <translation>Bild →</translation>
    </message>
    <message>
        <source>Likeliest digits of “{title}”</source>
        <translation>Wahrscheinlichste Ziffern von „{title}“</translation>
    </message>
    <message>
        <source>Map of the pixels that can flip</source>
        <translation>Karte der Pixel, die kippen können</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>No defence</source>
        <translation>Ohne Abwehr</translation>
    </message>
    <message>
        <source>No pixel changes by more</source>
        <translation>Kein Pixel ändert sich um mehr</translation>
    </message>
    <message>
        <source>One more defence, the last before the network, as at “Behind” below its name</source>
        <translation>Eine weitere Verteidigung, die letzte vor dem Netz, wie bei „Hinter“ unter seinem Namen</translation>
    </message>
    <message>
        <source>Pixels that can flip</source>
        <translation>Pixel, die kippen können</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Bewiesen</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>Robust</translation>
    </message>
    <message>
        <source>Robust accuracy over the budget</source>
        <translation>Robuste Treffsicherheit über dem Budget</translation>
    </message>
    <message>
        <source>Scale of what is proven</source>
        <translation>Skala des Bewiesenen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>The root of the sum of all squared changes</source>
        <translation>Die Wurzel der Summe aller quadrierten Änderungen</translation>
    </message>
    <message>
        <source>The root of the sum of all squared changes: behind random noise noisy copies of the drawing vote, and what is proven is proven of their vote</source>
        <translation>Die Wurzel der Summe aller quadrierten Änderungen: Hinter zufälligem Rauschen stimmen verrauschte Kopien der Zeichnung ab, und bewiesen wird, was ihre Abstimmung betrifft</translation>
    </message>
    <message>
        <source>There is nothing to attack yet</source>
        <translation>Noch gibt es nichts anzugreifen</translation>
    </message>
    <message>
        <source>This drawing was not attacked yet</source>
        <translation>Diese Zeichnung wurde noch nicht angegriffen</translation>
    </message>
    <message>
        <source>Toward the image</source>
        <translation>Zum Bild hin</translation>
    </message>
    <message>
        <source>Toward the network</source>
        <translation>Zum Netz hin</translation>
    </message>
    <message>
        <source>Train a defence…</source>
        <translation>Verteidigung trainieren…</translation>
    </message>
    <message>
        <source>Train a network that is harder to fool, on the page “Train”</source>
        <translation>Auf der Seite „Training“ ein Netz trainieren, das schwerer zu täuschen ist</translation>
    </message>
    <message>
        <source>Unaware</source>
        <translation>Unwissend</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>What you draw appears here</source>
        <translation>Hier erscheint die Zeichnung</translation>
    </message>
    <message>
        <source>Within {place:.3g}</source>
        <translation>Innerhalb von {place:.3g}</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>umgestoßen</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>bewiesen</translation>
    </message>
    <message>
        <source>reads {label}</source>
        <translation>liest {label}</translation>
    </message>
    <message>
        <source>{levels:.2f} of white</source>
        <translation>{levels:.2f} von Weiß</translation>
    </message>
    <message>
        <source>→ network</source>
        <translation>→ Netz</translation>
    </message>
</context>
<context>
    <name>ui/drawing</name>
    <message>
        <source>A sheet to draw a digit on with the mouse or a stylus.</source>
        <translation>Ein Blatt, um mit Maus oder Stift eine Ziffer zu zeichnen.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Jede</translation>
    </message>
    <message>
        <source>Any of them</source>
        <translation>Irgendeine davon</translation>
    </message>
    <message>
        <source>Any test digit</source>
        <translation>Irgendeine Testziffer</translation>
    </message>
    <message>
        <source>As it is found</source>
        <translation>Wie gefunden</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose one by its number, or step through them.</source>
        <translation>Eine nach ihrer Nummer wählen oder durchgehen.</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>Dunkel auf hell</translation>
    </message>
    <message>
        <source>Drag a rectangle around the digit where more is found than that.</source>
        <translation>Ein Rechteck um die Ziffer ziehen, wo mehr gefunden wird.</translation>
    </message>
    <message>
        <source>Drag a rectangle around the digit, its handles or all of it; a double click takes the whole photo again. Arrow keys move it, with Shift its right and lower edge, with Ctrl and Shift its left and upper edge; Home takes the whole photo</source>
        <translation>Ein Rechteck um die Ziffer ziehen, seine Griffe oder das ganze Rechteck; ein Doppelklick nimmt wieder das ganze Foto. Pfeiltasten verschieben es, mit Umschalt den rechten und unteren Rand, mit Strg und Umschalt den linken und oberen; Pos1 nimmt das ganze Foto</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>Eine Ziffer zeichnen</translation>
    </message>
    <message>
        <source>Draw with the left button</source>
        <translation>Mit der linken Taste zeichnen</translation>
    </message>
    <message>
        <source>Draw {title}</source>
        <translation>{title} zeichnen</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Erase (the right button does too)</source>
        <translation>Radieren (das tut auch die rechte Taste)</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Get MNIST…</source>
        <translation>MNIST holen…</translation>
    </message>
    <message>
        <source>Label of the test digits</source>
        <translation>Label der Testziffern</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>Hell auf dunkel</translation>
    </message>
    <message>
        <source>MNIST test</source>
        <translation>MNIST-Test</translation>
    </message>
    <message>
        <source>MNIST's 10,000 test digits can be taken from here once they are on this computer.</source>
        <translation>Die 10 000 Testziffern von MNIST sind hier wählbar, sobald sie auf diesem Rechner sind.</translation>
    </message>
    <message>
        <source>MNIST's test digits, by number and label</source>
        <translation>Testziffern von MNIST, nach Nummer und Label</translation>
    </message>
    <message>
        <source>Misread</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Next test digit</source>
        <translation>Nächste Testziffer</translation>
    </message>
    <message>
        <source>No digit is found</source>
        <translation>Keine Ziffer gefunden</translation>
    </message>
    <message>
        <source>Number of the test digit</source>
        <translation>Nummer der Testziffer</translation>
    </message>
    <message>
        <source>Only digits of this label</source>
        <translation>Nur Ziffern mit diesem Label</translation>
    </message>
    <message>
        <source>Only digits that this network misreads</source>
        <translation>Nur Ziffern, die dieses Netz falsch liest</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Reads {label}, {confidences}</source>
        <translation>Liest {label}, {confidences}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Test digit before</source>
        <translation>Vorige Testziffer</translation>
    </message>
    <message>
        <source>The drawing as 28 × 28 pixels: all that the network gets.</source>
        <translation>Die Zeichnung als 28 × 28 Pixel: alles, was das Netz bekommt.</translation>
    </message>
    <message>
        <source>The network begins to read them.</source>
        <translation>Das Netz beginnt sie zu lesen.</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>Die nächste</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>Die vorige</translation>
    </message>
    <message>
        <source>The test digit of this number</source>
        <translation>Die Testziffer dieser Nummer</translation>
    </message>
    <message>
        <source>The test digits are being read.</source>
        <translation>Die Testziffern werden gelesen.</translation>
    </message>
    <message>
        <source>The whole photo, upright as it came, with what is found by itself as ink</source>
        <translation>Das ganze Foto, wie es kam, mit dem als Tinte, was von selbst gefunden wird</translation>
    </message>
    <message>
        <source>There is no digit to take</source>
        <translation>Da ist keine Ziffer</translation>
    </message>
    <message>
        <source>There is no such digit</source>
        <translation>Eine solche Ziffer gibt es nicht</translation>
    </message>
    <message>
        <source>Thirty digits that were drawn for this</source>
        <translation>Dreißig Ziffern, die hierfür gezeichnet wurden</translation>
    </message>
    <message>
        <source>Threshold of the ink</source>
        <translation>Schwelle der Tinte</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Turned by</source>
        <translation>Gedreht um</translation>
    </message>
    <message>
        <source>What counts as ink: more, or less</source>
        <translation>Was als Tinte gilt: mehr oder weniger</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>Whether the ink is dark or light</source>
        <translation>Ob die Tinte dunkel oder hell ist</translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation>Breite des Stifts</translation>
    </message>
    <message>
        <source>Width of the pen, in hundredths of the digit's size; 12 is MNIST's</source>
        <translation>Breite des Stifts, in Hundertsteln der Größe der Ziffer; 12 ist die von MNIST</translation>
    </message>
    <message>
        <source>or drop an image here</source>
        <translation>oder ein Bild hier ablegen</translation>
    </message>
    <message>
        <source>what the network sees</source>
        <translation>was das Netz sieht</translation>
    </message>
    <message>
        <source>what the network sees · {size} × {size}</source>
        <translation>was das Netz sieht · {size} × {size}</translation>
    </message>
    <message>
        <source>{size} × {size} pixels</source>
        <translation>{size} × {size} Pixel</translation>
    </message>
    <message>
        <source>{width} hundredths of the digit's size</source>
        <translation>{width} Hundertstel der Größe der Ziffer</translation>
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
        <source>{digit} along the change</source>
        <translation>{digit} entlang der Änderung</translation>
    </message>
    <message>
        <source>{digit} along the noise</source>
        <translation>{digit} entlang des Rauschens</translation>
    </message>
    <message>
        <source>{place:.0f} % of the change</source>
        <translation>{place:.0f} % der Änderung</translation>
    </message>
    <message>
        <source>{share}: the label changes here</source>
        <translation>{share}: Hier wechselt die Ziffer</translation>
    </message>
</context>
<context>
    <name>ui/fitted</name>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>Best place</source>
        <translation>Beste Stelle</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Drop it; nothing of it is kept</source>
        <translation>Verwerfen; nichts davon bleibt</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Fitted place</source>
        <translation>Angepasste Stelle</translation>
    </message>
    <message>
        <source>Fooled</source>
        <translation>Getäuscht</translation>
    </message>
    <message>
        <source>Fooled digits over the steps of the fit</source>
        <translation>Getäuschte Ziffern über den Schritten der Anpassung</translation>
    </message>
    <message>
        <source>Get MNIST…</source>
        <translation>MNIST holen…</translation>
    </message>
    <message>
        <source>Go on learning</source>
        <translation>Weiter lernen</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Hold the fit; it costs nothing meanwhile</source>
        <translation>Die Anpassung pausieren; sie kostet derweil nichts</translation>
    </message>
    <message>
        <source>Learn it against the network that is chosen now</source>
        <translation>Gegen das jetzt gewählte Netz lernen</translation>
    </message>
    <message>
        <source>Likeliest digits of “{title}”</source>
        <translation>Wahrscheinlichste Ziffern von „{title}“</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Noise</source>
        <comment>beside what is fitted</comment>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keines</translation>
    </message>
    <message>
        <source>Nothing is being learned</source>
        <translation>Nichts wird gelernt</translation>
    </message>
    <message>
        <source>One for all</source>
        <comment>page</comment>
        <translation>Eins für alle</translation>
    </message>
    <message>
        <source>Open one that was saved</source>
        <translation>Ein gespeichertes öffnen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Flicken</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Progress of the fit</source>
        <translation>Fortschritt der Anpassung</translation>
    </message>
    <message>
        <source>Put the patch where it leads most on this drawing, on the network that is chosen</source>
        <translation>Den Flicken dorthin setzen, wo er bei dieser Zeichnung am gewählten Netz am meisten bewirkt</translation>
    </message>
    <message>
        <source>Put the patch where it was fitted</source>
        <translation>Den Flicken dorthin setzen, wo er angepasst wurde</translation>
    </message>
    <message>
        <source>Rates on unseen digits</source>
        <translation>Raten bei ungesehenen Ziffern</translation>
    </message>
    <message>
        <source>Save what is worn</source>
        <translation>Das Getragene speichern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed of the fit</source>
        <translation>Startwert der Anpassung</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step {place:,.0f}</source>
        <translation>Schritt {place:,.0f}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop now and keep what is learned</source>
        <translation>Jetzt anhalten und das Gelernte behalten</translation>
    </message>
    <message>
        <source>Stop now and keep what is measured</source>
        <translation>Jetzt anhalten und das Gemessene behalten</translation>
    </message>
    <message>
        <source>The same seed makes the same artefact, bit for bit</source>
        <translation>Derselbe Startwert ergibt dasselbe Artefakt, Bit für Bit</translation>
    </message>
    <message>
        <source>Toward</source>
        <translation>Zur</translation>
    </message>
    <message>
        <source>Toward {goal}</source>
        <translation>Zur {goal}</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>What is being learned cannot be changed now</source>
        <translation>Was gerade gelernt wird, lässt sich jetzt nicht ändern</translation>
    </message>
    <message>
        <source>What is being learned is worn now</source>
        <translation>Getragen wird jetzt, was gerade gelernt wird</translation>
    </message>
    <message>
        <source>What is worn</source>
        <translation>Was getragen wird</translation>
    </message>
    <message>
        <source>What the network is to read in whatever wears it</source>
        <translation>Was das Netz in allem lesen soll, was es trägt</translation>
    </message>
    <message>
        <source>Whether the drawing wears what was made once for all</source>
        <translation>Ob die Zeichnung trägt, was einmal für alle gemacht wurde</translation>
    </message>
    <message>
        <source>Worn</source>
        <translation>Getragen</translation>
    </message>
    <message>
        <source>Worn by the drawing</source>
        <translation>An der Zeichnung</translation>
    </message>
    <message>
        <source>reads {label}</source>
        <translation>liest {label}</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>Zeile {row}, Spalte {column}</translation>
    </message>
</context>
<context>
    <name>ui/guide</name>
    <message>
        <source>0 to 9</source>
        <translation>0 bis 9</translation>
    </message>
    <message>
        <source>A plot</source>
        <translation>Ein Diagramm</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>Pfeile, Pos1, Ende</translation>
    </message>
    <message>
        <source>Arrows, Page Up, Page Down</source>
        <translation>Pfeile, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Attack</source>
        <translation>Angreifen</translation>
    </message>
    <message>
        <source>Attack toward that digit</source>
        <translation>Zu dieser Ziffer angreifen</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Bars, goals, gallery</source>
        <translation>Balken, Ziele, Galerie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vor (Alt+Rechts)</translation>
    </message>
    <message>
        <source>From other packages</source>
        <translation>Aus anderen Paketen</translation>
    </message>
    <message>
        <source>Go from one to the next</source>
        <translation>Von einem zum nächsten gehen</translation>
    </message>
    <message>
        <source>Go to the next control, or back</source>
        <translation>Zum nächsten Bedienelement gehen oder zurück</translation>
    </message>
    <message>
        <source>Guide to advgui</source>
        <translation>Handbuch von advgui</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of advgui</source>
        <translation>Tasten von advgui</translation>
    </message>
    <message>
        <source>Move by a little, or by a lot</source>
        <translation>Um wenig oder viel bewegen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open {address} in your browser?</source>
        <translation>{address} im Browser öffnen?</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
        <source>Press what has the focus</source>
        <translation>Drücken, was den Fokus hat</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in the guide</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Show all of it again</source>
        <translation>Wieder alles zeigen</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Quelle: {source}</translation>
    </message>
    <message>
        <source>Space, Return</source>
        <translation>Leertaste, Eingabe</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>The attack</source>
        <translation>Der Angriff</translation>
    </message>
    <message>
        <source>The defence</source>
        <translation>Die Verteidigung</translation>
    </message>
    <message>
        <source>The guide is in English, all but the glossary.</source>
        <translation>Das Handbuch ist auf Englisch, bis auf das Glossar.</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
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
        <translation>Vom nächsten Start an ist die Sprache des Fensters {language}.</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Lan&amp;guage (set by ADVGUI_LANGUAGE)</source>
        <translation>&amp;Sprache (durch ADVGUI_LANGUAGE gesetzt)</translation>
    </message>
    <message>
        <source>The language of the window, from its next start on</source>
        <translation>Die Sprache des Fensters, vom nächsten Start an</translation>
    </message>
    <message>
        <source>This is kept, but has no effect as long as {variable} names the language: it says {said}.</source>
        <translation>Das ist gemerkt, wirkt aber nicht, solange {variable} die Sprache nennt: Dort steht {said}.</translation>
    </message>
</context>
<context>
    <name>ui/network</name>
    <message>
        <source>A defence changes every image before the network sees it</source>
        <translation>Eine Verteidigung verändert jedes Bild, bevor das Netz es sieht</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Attack toward {goal}</source>
        <translation>Zur {goal} angreifen</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Hinter</translation>
    </message>
    <message>
        <source>Behind which defence the network stands</source>
        <translation>Hinter welcher Verteidigung das Netz steht</translation>
    </message>
    <message>
        <source>Behind which defences</source>
        <translation>Hinter welchen Verteidigungen</translation>
    </message>
    <message>
        <source>Chain of defences</source>
        <translation>Kette von Verteidigungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Confidences</source>
        <translation>Zuversichten</translation>
    </message>
    <message>
        <source>Defences, the first of which is given the image</source>
        <translation>Verteidigungen, deren erste das Bild bekommt</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>No defence</source>
        <translation>Ohne Abwehr</translation>
    </message>
    <message>
        <source>None</source>
        <comment>defence</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Nothing is drawn.</source>
        <translation>Nichts ist gezeichnet.</translation>
    </message>
    <message>
        <source>Open a network…</source>
        <translation>Ein Netz öffnen…</translation>
    </message>
    <message>
        <source>Parameters of the defence</source>
        <translation>Parameter der Verteidigung</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Several defences, and their parameters</source>
        <translation>Mehrere Verteidigungen und ihre Parameter</translation>
    </message>
    <message>
        <source>The goal is {goal}, {figure}.</source>
        <translation>Das Ziel ist {goal}, {figure}.</translation>
    </message>
    <message>
        <source>The network alone</source>
        <translation>Das Netz allein</translation>
    </message>
    <message>
        <source>The network reads {label}, {figure}.</source>
        <translation>Das Netz liest {label}, {figure}.</translation>
    </message>
    <message>
        <source>The network stands behind nothing. Add a defence: the first is given the image.</source>
        <translation>Das Netz steht hinter nichts. Eine Verteidigung hinzufügen: Die erste bekommt das Bild.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>the goal</source>
        <translation>das Ziel</translation>
    </message>
</context>
<context>
    <name>ui/pages</name>
    <message>
        <source>Attack</source>
        <comment>page</comment>
        <translation>Angriff</translation>
    </message>
    <message>
        <source>Compare</source>
        <comment>page</comment>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Defend</source>
        <comment>page</comment>
        <translation>Abwehr</translation>
    </message>
    <message>
        <source>In the world</source>
        <comment>page</comment>
        <translation>In der Welt</translation>
    </message>
    <message>
        <source>One for all</source>
        <comment>page</comment>
        <translation>Eins für alle</translation>
    </message>
    <message>
        <source>Poison</source>
        <comment>page</comment>
        <translation>Gift</translation>
    </message>
    <message>
        <source>Train</source>
        <comment>page</comment>
        <translation>Training</translation>
    </message>
</context>
<context>
    <name>ui/plotting</name>
    <message>
        <source>CSV tables</source>
        <translation>CSV-Tabellen</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy or save the plot</source>
        <translation>Das Diagramm kopieren oder speichern</translation>
    </message>
    <message>
        <source>Curves cannot be drawn here: {why}</source>
        <translation>Kurven lassen sich hier nicht zeichnen: {why}</translation>
    </message>
    <message>
        <source>PNG images</source>
        <translation>PNG-Bilder</translation>
    </message>
    <message>
        <source>Plot menu</source>
        <translation>Menü des Diagramms</translation>
    </message>
    <message>
        <source>SVG drawings</source>
        <translation>SVG-Zeichnungen</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern…</translation>
    </message>
    <message>
        <source>Save values as CSV…</source>
        <translation>Werte als CSV speichern…</translation>
    </message>
    <message>
        <source>Show all of it again (double click)</source>
        <translation>Wieder alles zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>Values at the place shown</source>
        <translation>Werte an der gezeigten Stelle</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>der Speicher reicht nicht</translation>
    </message>
</context>
<context>
    <name>ui/poisoning</name>
    <message>
        <source>A PNG of at most 28 x 28 pixels: white is ink, transparent is clear</source>
        <translation>Ein PNG von höchstens 28 x 28 Pixeln: Weiß ist Tinte, durchsichtig ist leer</translation>
    </message>
    <message>
        <source>Accuracy and success over the epochs</source>
        <translation>Treffsicherheit und Erfolg über den Epochen</translation>
    </message>
    <message>
        <source>Add to the networks</source>
        <translation>Zu den Netzen</translation>
    </message>
    <message>
        <source>After {place:.2f} epochs</source>
        <translation>Nach {place:.2f} Epochen</translation>
    </message>
    <message>
        <source>All epochs</source>
        <translation>Alle Epochen</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Caught</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Caught wrongly: not known yet</source>
        <translation>Zu Unrecht gefunden: noch nicht bekannt</translation>
    </message>
    <message>
        <source>Caught: not known yet</source>
        <translation>Gefunden: noch nicht bekannt</translation>
    </message>
    <message>
        <source>Clean twin</source>
        <translation>Sauberer Zwilling</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Ecke</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>Eine Ziffer zeichnen</translation>
    </message>
    <message>
        <source>Drop it; nothing of it is kept</source>
        <translation>Verwerfen; nichts davon bleibt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Get MNIST…</source>
        <translation>MNIST holen…</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Hold the training; it costs nothing meanwhile</source>
        <translation>Das Training pausieren; es kostet derweil nichts</translation>
    </message>
    <message>
        <source>How much is poisoned: {rate}</source>
        <translation>Wie viel vergiftet wird: {rate}</translation>
    </message>
    <message>
        <source>Left button: ink; with Shift: paper; right button: rub out. Arrow keys move the cursor, with Shift the trigger; Space is ink, P paper, Delete rubs out</source>
        <translation>Linke Taste: Tinte; mit Umschalt: Papier; rechte Taste: radieren. Pfeiltasten bewegen den Cursor, mit Umschalt den Auslöser; Leertaste ist Tinte, P Papier, Entf radiert</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>Missed: not known yet</source>
        <translation>Übersehen: noch nicht bekannt</translation>
    </message>
    <message>
        <source>No network has learned a trigger yet</source>
        <translation>Noch hat kein Netz einen Auslöser gelernt</translation>
    </message>
    <message>
        <source>Offer both in the list of networks, named as poisoned and as retrained</source>
        <translation>Beide in der Liste der Netze anbieten, als vergiftet und als neu trainiert benannt</translation>
    </message>
    <message>
        <source>Offer it in the list of networks, named as poisoned</source>
        <translation>Es in der Liste der Netze anbieten, als vergiftet benannt</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Poison</source>
        <comment>page</comment>
        <translation>Gift</translation>
    </message>
    <message>
        <source>Poison and train</source>
        <translation>Vergiften und trainieren</translation>
    </message>
    <message>
        <source>Poison the training set, and train both beside the window</source>
        <translation>Die Trainingsdaten vergiften und beide neben dem Fenster trainieren</translation>
    </message>
    <message>
        <source>Poisoned</source>
        <translation>Vergiftet</translation>
    </message>
    <message>
        <source>Poisoned, clean digits</source>
        <translation>Vergiftet, saubere Ziffern</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Retrain without what was caught by: {title}</source>
        <translation>Neu trainieren ohne das, was gefunden wurde von: {title}</translation>
    </message>
    <message>
        <source>Retrained</source>
        <translation>Neu trainiert</translation>
    </message>
    <message>
        <source>Rub all of the trigger out</source>
        <translation>Den ganzen Auslöser wegradieren</translation>
    </message>
    <message>
        <source>Save it to a file; its card says that it is poisoned</source>
        <translation>In einer Datei speichern; seine Karte sagt, dass es vergiftet ist</translation>
    </message>
    <message>
        <source>Save the retrained network to a file; its card says how it was made</source>
        <translation>Das neu trainierte Netz in einer Datei speichern; seine Karte sagt, wie es entstand</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Stamp the trigger that was learned on the drawing</source>
        <translation>Den gelernten Auslöser auf die Zeichnung stempeln</translation>
    </message>
    <message>
        <source>Stop now and measure what was learned</source>
        <translation>Jetzt anhalten und das Gelernte messen</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>The white corner of 3 x 3 pixels</source>
        <translation>Die weiße Ecke aus 3 x 3 Pixeln</translation>
    </message>
    <message>
        <source>This attack stamps no trigger</source>
        <translation>Dieser Angriff stempelt keinen Auslöser</translation>
    </message>
    <message>
        <source>Train anew as before, but without the images that this detector caught</source>
        <translation>Neu trainieren wie zuvor, aber ohne die Bilder, die dieser Detektor gefunden hat</translation>
    </message>
    <message>
        <source>Train both first</source>
        <translation>Erst beide trainieren</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Twin</source>
        <translation>Zwilling</translation>
    </message>
    <message>
        <source>What is to be read instead</source>
        <translation>Was stattdessen gelesen werden soll</translation>
    </message>
    <message>
        <source>What the detectors caught and missed appears here.</source>
        <translation>Was die Detektoren gefunden und übersehen haben, erscheint hier.</translation>
    </message>
    <message>
        <source>Which network is trained, poisoned and as its clean twin</source>
        <translation>Welches Netz trainiert wird, vergiftet und als sein sauberer Zwilling</translation>
    </message>
    <message>
        <source>Who finds it</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>With the trigger</source>
        <translation>Mit dem Auslöser</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>toward {digit}</source>
        <translation>zur {digit}</translation>
    </message>
    <message>
        <source>{count:,} caught</source>
        <translation>{count:,} gefunden</translation>
    </message>
    <message>
        <source>{count:,} caught wrongly</source>
        <translation>{count:,} zu Unrecht</translation>
    </message>
    <message>
        <source>{count:,} missed</source>
        <translation>{count:,} übersehen</translation>
    </message>
    <message>
        <source>{share:g} % of the images</source>
        <translation>{share:g} % der Bilder</translation>
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
        <source>Back to run</source>
        <translation>Zum Lauf</translation>
    </message>
    <message>
        <source>Choose a run first.</source>
        <translation>Erst einen Lauf wählen.</translation>
    </message>
    <message>
        <source>Choose two runs first (Ctrl+click): click one, and the other while you hold Ctrl.</source>
        <translation>Erst zwei Läufe wählen (Strg+Klick): einen anklicken, den anderen mit gehaltener Strg-Taste.</translation>
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
        <source>Enter</source>
        <comment>key</comment>
        <translation>Eingabetaste</translation>
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
        <translation>Losheften</translation>
    </message>
    <message>
        <source>Whole runs</source>
        <translation>Ganze Läufe</translation>
    </message>
    <message>
        <source>adversarial</source>
        <translation>gegnerisch</translation>
    </message>
    <message>
        <source>confidence of the {digit}</source>
        <translation>Zuversicht der {digit}</translation>
    </message>
    <message>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>perturbation</source>
        <translation>Störung</translation>
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
    <name>ui/session</name>
    <message>
        <source>Nothing can be kept for the next start on this computer.</source>
        <translation>Auf diesem Rechner kann nichts für den nächsten Start aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>ui/specimen</name>
    <message>
        <source>Open the drawing and the network</source>
        <translation>Zeichnung und Netz aufklappen</translation>
    </message>
    <message>
        <source>The likeliest digits</source>
        <translation>Die wahrscheinlichsten Ziffern</translation>
    </message>
</context>
<context>
    <name>ui/strokes</name>
    <message>
        <source>Draw over it</source>
        <translation>Nachzeichnen</translation>
    </message>
    <message>
        <source>Lay the changed strokes on an empty sheet as a guide; undo brings your drawing back</source>
        <translation>Die veränderten Striche als Vorlage auf ein leeres Blatt legen; Rückgängig bringt die Zeichnung zurück</translation>
    </message>
    <message>
        <source>Put the changed strokes on the sheet as a drawing; undo brings yours back</source>
        <translation>Die veränderten Striche als Zeichnung aufs Blatt legen; Rückgängig bringt die eigene zurück</translation>
    </message>
    <message>
        <source>Take the guide away; what you have drawn stays</source>
        <translation>Die Vorlage wegnehmen; das Gezeichnete bleibt</translation>
    </message>
    <message>
        <source>To the sheet</source>
        <translation>Aufs Blatt</translation>
    </message>
    <message>
        <source>What your own drawing comes to</source>
        <translation>Was die eigene Zeichnung ergibt</translation>
    </message>
</context>
<context>
    <name>ui/theme</name>
    <message>
        <source>already</source>
        <translation>schon</translation>
    </message>
    <message>
        <source>another digit</source>
        <translation>andere Ziffer</translation>
    </message>
    <message>
        <source>fooled</source>
        <translation>getäuscht</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>not fooled</source>
        <translation>nicht getäuscht</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>geheilt</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>läuft…</translation>
    </message>
</context>
<context>
    <name>ui/training</name>
    <message>
        <source>Accuracy</source>
        <translation>Treffsicherheit</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>After {place:.2f} epochs</source>
        <translation>Nach {place:.2f} Epochen</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Attack it</source>
        <translation>Angreifen</translation>
    </message>
    <message>
        <source>Attack the drawing on {network}</source>
        <translation>Die Zeichnung an {network} angreifen</translation>
    </message>
    <message>
        <source>Attacked</source>
        <translation>Angegriffen</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Before and after the distillation</source>
        <translation>Vor und nach der Destillation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Sauber</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>Course of the training</source>
        <translation>Verlauf des Trainings</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Drop the training; nothing of it is kept</source>
        <translation>Das Training verwerfen; nichts davon bleibt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Hold the training</source>
        <translation>Das Training pausieren</translation>
    </message>
    <message>
        <source>How it is trained: on the digits as they are</source>
        <translation>Wie trainiert wird: mit den Ziffern, wie sie sind</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Misread digits</source>
        <translation>Falsch gelesene Ziffern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the network</source>
        <translation>Name des Netzes</translation>
    </message>
    <message>
        <source>New ones</source>
        <translation>Neue</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Neuer Startwert</translation>
    </message>
    <message>
        <source>Old images</source>
        <translation>Alte Bilder</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Save {network} to a file</source>
        <translation>{network} in einer Datei speichern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed of the training</source>
        <translation>Startwert des Trainings</translation>
    </message>
    <message>
        <source>Show what the distillation hides from whom, or the curves</source>
        <translation>Zeigen, was die Destillation vor wem verbirgt, oder die Kurven</translation>
    </message>
    <message>
        <source>Show which test digits the network in use misreads, or the curves</source>
        <translation>Zeigen, welche Testziffern das benutzte Netz falsch liest, oder die Kurven</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Stop the training now and keep what the network has learned</source>
        <translation>Das Training jetzt anhalten und behalten, was das Netz gelernt hat</translation>
    </message>
    <message>
        <source>Take the next seed</source>
        <translation>Den nächsten Startwert nehmen</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Test digit {number:,}</source>
        <translation>Testziffer {number:,}</translation>
    </message>
    <message>
        <source>The folder that holds the data</source>
        <translation>Der Ordner mit den Daten</translation>
    </message>
    <message>
        <source>The folder that holds {data}</source>
        <translation>Der Ordner mit {data}</translation>
    </message>
    <message>
        <source>The network that it learns from</source>
        <translation>Das Netz, von dem es lernt</translation>
    </message>
    <message>
        <source>The same seed gives the same network, bit for bit</source>
        <translation>Derselbe Startwert ergibt dasselbe Netz, Bit für Bit</translation>
    </message>
    <message>
        <source>The test digits are being read.</source>
        <translation>Die Testziffern werden gelesen.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train</source>
        <comment>page</comment>
        <translation>Training</translation>
    </message>
    <message>
        <source>Train a network as it is chosen above</source>
        <translation>Ein Netz trainieren, wie es oben gewählt ist</translation>
    </message>
    <message>
        <source>Train it</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Training digits</source>
        <translation>Trainingsziffern</translation>
    </message>
    <message>
        <source>What is counted can only be trained plainly.</source>
        <translation>Was gezählt wird, lässt sich nur gewöhnlich trainieren.</translation>
    </message>
    <message>
        <source>What it misread after each epoch of the last training</source>
        <translation>Was es nach jeder Epoche des letzten Trainings falsch las</translation>
    </message>
    <message>
        <source>What the hidden layers end with</source>
        <translation>Womit die verborgenen Schichten enden</translation>
    </message>
    <message>
        <source>Where does it err?</source>
        <translation>Wo irrt es?</translation>
    </message>
    <message>
        <source>Whole training</source>
        <translation>Ganzes Training</translation>
    </message>
    <message>
        <source>{count} test digits</source>
        <translation>{count} Testziffern</translation>
    </message>
    <message>
        <source>{label} read as {read}</source>
        <translation>{label} gelesen als {read}</translation>
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
        <translation>Auf ein Pixel zeigen; Mausrad, + und − vergrößern.</translation>
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
    <name>ui/widgets</name>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>A laboratory for adversarial attacks on handwritten digits. Draw a digit, see what a neural network reads, click a label and watch the network be fooled.</source>
        <translation>Ein Labor für gegnerische Angriffe auf handgeschriebene Ziffern. Eine Ziffer zeichnen, sehen, was ein neuronales Netz liest, ein Label anklicken und zusehen, wie das Netz getäuscht wird.</translation>
    </message>
    <message>
        <source>About advgui</source>
        <translation>Über advgui</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All that can be opened ({sessions} {images} {strokes} *.safetensors *.onnx)</source>
        <translation>Alles, was sich öffnen lässt ({sessions} {images} {strokes} *.safetensors *.onnx)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>what is being made</comment>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Drawings (*{ending})</source>
        <translation>Zeichnungen (*{ending})</translation>
    </message>
    <message>
        <source>Images ({images})</source>
        <translation>Bilder ({images})</translation>
    </message>
    <message>
        <source>Learned once for all (*.safetensors)</source>
        <translation>Einmal für alle gelernt (*.safetensors)</translation>
    </message>
    <message>
        <source>MIT licence. Made with Qt, pyqtgraph, numpy, safetensors and Pillow, which have licences of their own.</source>
        <translation>MIT-Lizenz. Gemacht mit Qt, pyqtgraph, numpy, safetensors und Pillow, die eigene Lizenzen haben.</translation>
    </message>
    <message>
        <source>Networks (*.safetensors *.onnx)</source>
        <translation>Netze (*.safetensors *.onnx)</translation>
    </message>
    <message>
        <source>Networks of advgui (*.safetensors)</source>
        <translation>Netze von advgui (*.safetensors)</translation>
    </message>
    <message>
        <source>ONNX, for other programs (*.onnx)</source>
        <translation>ONNX, für andere Programme (*.onnx)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>Ein Netz öffnen</translation>
    </message>
    <message>
        <source>Open a trigger</source>
        <translation>Einen Auslöser öffnen</translation>
    </message>
    <message>
        <source>Open what was learned once</source>
        <translation>Einmal Gelerntes öffnen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Photos ({images})</source>
        <translation>Fotos ({images})</translation>
    </message>
    <message>
        <source>Read a photo of a sheet</source>
        <translation>Foto eines Blatts lesen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save images and outcome</source>
        <translation>Bilder und Ergebnis speichern</translation>
    </message>
    <message>
        <source>Save images and outcome in</source>
        <translation>Bilder und Ergebnis speichern in</translation>
    </message>
    <message>
        <source>Save in a new folder</source>
        <translation>In neuem Ordner speichern</translation>
    </message>
    <message>
        <source>Save the drawing as</source>
        <translation>Zeichnung speichern als</translation>
    </message>
    <message>
        <source>Save the network as</source>
        <translation>Netz speichern als</translation>
    </message>
    <message>
        <source>Save the plot as</source>
        <translation>Diagramm speichern als</translation>
    </message>
    <message>
        <source>Save the session as</source>
        <translation>Sitzung speichern als</translation>
    </message>
    <message>
        <source>Save the sheet as</source>
        <translation>Blatt speichern als</translation>
    </message>
    <message>
        <source>Save what was learned once as</source>
        <translation>Einmal Gelerntes speichern als</translation>
    </message>
    <message>
        <source>Sessions ({sessions})</source>
        <translation>Sitzungen ({sessions})</translation>
    </message>
    <message>
        <source>Set all parameters back to their defaults.</source>
        <translation>Alle Parameter auf ihre Vorgaben zurücksetzen.</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Strokes ({strokes})</source>
        <translation>Striche ({strokes})</translation>
    </message>
    <message>
        <source>Triggers (*.png)</source>
        <translation>Auslöser (*.png)</translation>
    </message>
    <message>
        <source>Type the name of a folder first</source>
        <translation>Erst den Namen eines Ordners eingeben</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>ganze Zahlen</translation>
    </message>
    <message>
        <source>{name} takes {sort} from {low} to {high}: {what} became {kept}.</source>
        <translation>{name} nimmt {sort} von {low} bis {high}: Aus {what} wurde {kept}.</translation>
    </message>
    <message>
        <source>{name} takes {sort} from {low} to {high}: “{what}” is none, and {kept} stays.</source>
        <translation>{name} nimmt {sort} von {low} bis {high}: „{what}“ ist keine, und {kept} bleibt.</translation>
    </message>
</context>
<context>
    <name>ui/window</name>
    <message>
        <source>&amp;About advgui</source>
        <translation>Ü&amp;ber advgui</translation>
    </message>
    <message>
        <source>&amp;Animation…</source>
        <translation>Ani&amp;mation…</translation>
    </message>
    <message>
        <source>&amp;Attack</source>
        <translation>&amp;Angriff</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Figure…</source>
        <translation>&amp;Abbildung…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Fold the drawing</source>
        <translation>Zeichnung &amp;einklappen</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Later run</source>
        <translation>S&amp;päterer Lauf</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;New drawing</source>
        <translation>&amp;Neue Zeichnung</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Page of all runs…</source>
        <translation>&amp;Seite aller Läufe…</translation>
    </message>
    <message>
        <source>&amp;Paste image</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Save images…</source>
        <translation>&amp;Bilder speichern…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>All keys that do something</source>
        <translation>Alle Tasten, die etwas tun</translation>
    </message>
    <message>
        <source>Animated PNG (*.png)</source>
        <translation>Bewegtes PNG (*.png)</translation>
    </message>
    <message>
        <source>Another name…</source>
        <translation>Anderer Name…</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>As the network &amp;sees it</source>
        <translation>Wie das Netz es s&amp;ieht</translation>
    </message>
    <message>
        <source>Ask me later</source>
        <translation>Später fragen</translation>
    </message>
    <message>
        <source>Attack toward all other digits at once</source>
        <translation>Zu allen anderen Ziffern zugleich angreifen</translation>
    </message>
    <message>
        <source>Attack toward the goal that is offered</source>
        <translation>Zum angebotenen Ziel angreifen</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Begin with an empty sheet</source>
        <translation>Mit einem leeren Blatt beginnen</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
    <message>
        <source>Copy a line for a shell that makes this run again</source>
        <translation>Eine Befehlszeile kopieren, die diesen Lauf wiederholt</translation>
    </message>
    <message>
        <source>Copy a script that makes this run again</source>
        <translation>Ein Skript kopieren, das diesen Lauf wiederholt</translation>
    </message>
    <message>
        <source>Copy as &amp;command</source>
        <translation>Als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy as P&amp;ython</source>
        <translation>Als &amp;Python kopieren</translation>
    </message>
    <message>
        <source>Copy the adversarial image, or the drawing</source>
        <translation>Das gegnerische Bild kopieren, sonst die Zeichnung</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Draw it again</source>
        <translation>Ihn wieder zeichnen</translation>
    </message>
    <message>
        <source>Drawings of lines (*.svg)</source>
        <translation>Strichzeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Earl&amp;ier run</source>
        <translation>&amp;Früherer Lauf</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Fill the screen; Esc or F11 comes back</source>
        <translation>Den Bildschirm füllen; Esc oder F11 führt zurück</translation>
    </message>
    <message>
        <source>Fold the drawing and the network</source>
        <translation>Zeichnung und Netz einklappen</translation>
    </message>
    <message>
        <source>For a &amp;projector</source>
        <translation>Für einen &amp;Beamer</translation>
    </message>
    <message>
        <source>G&amp;lossary</source>
        <translation>&amp;Glossar</translation>
    </message>
    <message>
        <source>GIF (*.gif)</source>
        <translation>GIF (*.gif)</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Gleich bereit…</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Go back to the run before this one</source>
        <translation>Zum Lauf davor zurückgehen</translation>
    </message>
    <message>
        <source>Go on next time</source>
        <translation>Nächstes Mal weiter</translation>
    </message>
    <message>
        <source>Go on to the run after this one</source>
        <translation>Zum Lauf danach weitergehen</translation>
    </message>
    <message>
        <source>How all of this works</source>
        <translation>Wie das alles funktioniert</translation>
    </message>
    <message>
        <source>Kept &amp;runs</source>
        <translation>Aufbewahrte &amp;Läufe</translation>
    </message>
    <message>
        <source>Large text on the full screen, for a room</source>
        <translation>Große Schrift auf dem ganzen Bildschirm, für einen Raum</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Make all text as large as the system has it</source>
        <translation>Alle Schrift so groß machen wie im System</translation>
    </message>
    <message>
        <source>Make all text larger</source>
        <translation>Alle Schrift größer machen</translation>
    </message>
    <message>
        <source>Make all text smaller</source>
        <translation>Alle Schrift kleiner machen</translation>
    </message>
    <message>
        <source>Make the network read anything else</source>
        <translation>Das Netz irgendetwas anderes lesen lassen</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>No run is kept yet.</source>
        <translation>Noch ist kein Lauf aufbewahrt.</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Open a &amp;photo…</source>
        <translation>F&amp;oto öffnen…</translation>
    </message>
    <message>
        <source>Open a session, an image, strokes or a network</source>
        <translation>Eine Sitzung, ein Bild, Striche oder ein Netz öffnen</translation>
    </message>
    <message>
        <source>Open an image, and crop and turn it before</source>
        <translation>Ein Bild öffnen und es vorher zuschneiden und drehen</translation>
    </message>
    <message>
        <source>Open nothing (Esc)</source>
        <translation>Nichts öffnen (Esc)</translation>
    </message>
    <message>
        <source>Open one of the files that were opened or saved last</source>
        <translation>Eine der zuletzt geöffneten oder gespeicherten Dateien öffnen</translation>
    </message>
    <message>
        <source>Open the drawing and the network</source>
        <translation>Zeichnung und Netz aufklappen</translation>
    </message>
    <message>
        <source>Open without saving</source>
        <translation>Öffnen, ohne zu speichern</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save &amp;drawing…</source>
        <translation>Zeichnun&amp;g speichern…</translation>
    </message>
    <message>
        <source>Save a figure, an animation or a page of runs, or copy what makes one again</source>
        <translation>Eine Abbildung, eine Animation oder eine Seite von Läufen speichern oder kopieren, was einen wiederholt</translation>
    </message>
    <message>
        <source>Save all kept runs as one page for a browser</source>
        <translation>Alle aufbewahrten Läufe als eine Seite für einen Browser speichern</translation>
    </message>
    <message>
        <source>Save all runs as</source>
        <translation>Alle Läufe speichern als</translation>
    </message>
    <message>
        <source>Save first</source>
        <translation>Erst speichern</translation>
    </message>
    <message>
        <source>Save first…</source>
        <translation>Erst speichern…</translation>
    </message>
    <message>
        <source>Save ne&amp;twork…</source>
        <translation>Ne&amp;tz speichern…</translation>
    </message>
    <message>
        <source>Save s&amp;ession</source>
        <translation>&amp;Sitzung speichern</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>Sitzung speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the animation as</source>
        <translation>Animation speichern als</translation>
    </message>
    <message>
        <source>Save the drawing, all runs, the networks and the settings in one file</source>
        <translation>Zeichnung, alle Läufe, Netze und Einstellungen in einer Datei speichern</translation>
    </message>
    <message>
        <source>Save the figure as</source>
        <translation>Abbildung speichern als</translation>
    </message>
    <message>
        <source>Save the four images, what is read of each, and the sentence as one picture</source>
        <translation>Die vier Bilder, was aus jedem gelesen wird, und den Satz als ein Bild speichern</translation>
    </message>
    <message>
        <source>Save the images of this attack and its outcome; “Save session” saves everything</source>
        <translation>Bilder und Ergebnis dieses Angriffs speichern; „Sitzung speichern“ speichert alles</translation>
    </message>
    <message>
        <source>Save the network in use to a file, or export it as ONNX</source>
        <translation>Das benutzte Netz in einer Datei speichern oder als ONNX exportieren</translation>
    </message>
    <message>
        <source>Save the session under another name</source>
        <translation>Die Sitzung unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>Save the steps up to the best one as a moving picture</source>
        <translation>Die Schritte bis zum besten als bewegtes Bild speichern</translation>
    </message>
    <message>
        <source>Save the strokes to a file, to go on with them; a picture has none</source>
        <translation>Die Striche in einer Datei speichern, um mit ihnen weiterzumachen; ein Bild hat keine</translation>
    </message>
    <message>
        <source>Saved as {path},{behind}.</source>
        <translation>Gespeichert als {path},{behind}.</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Gespeichert als {path}.</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>Gespeichert in {folder}.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>See the drawing as the network does</source>
        <translation>Die Zeichnung sehen, wie das Netz sie sieht</translation>
    </message>
    <message>
        <source>Show every attack that has ended</source>
        <translation>Jeden beendeten Angriff zeigen</translation>
    </message>
    <message>
        <source>Show the page “{title}”</source>
        <translation>Die Seite „{title}“ zeigen</translation>
    </message>
    <message>
        <source>Stop and save…</source>
        <translation>Anhalten und speichern…</translation>
    </message>
    <message>
        <source>Stop at once and keep the best step</source>
        <translation>Sofort anhalten und den besten Schritt behalten</translation>
    </message>
    <message>
        <source>Take an image from the clipboard</source>
        <translation>Ein Bild aus der Zwischenablage nehmen</translation>
    </message>
    <message>
        <source>Take the last stroke back</source>
        <translation>Den letzten Strich zurücknehmen</translation>
    </message>
    <message>
        <source>Text &amp;as usual</source>
        <translation>Schrift &amp;normal</translation>
    </message>
    <message>
        <source>Text &amp;larger</source>
        <translation>Schrift &amp;größer</translation>
    </message>
    <message>
        <source>Text s&amp;maller</source>
        <translation>Schrift &amp;kleiner</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>Der Befehl ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The image is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The opening was cancelled.</source>
        <translation>Das Öffnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The plot is on the clipboard.</source>
        <translation>Das Diagramm ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The script is on the clipboard.</source>
        <translation>Das Skript ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>There is no attack yet that has ended.</source>
        <translation>Noch ist kein Angriff beendet.</translation>
    </message>
    <message>
        <source>There is no image on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Toward &amp;every digit</source>
        <translation>Zu &amp;jeder Ziffer</translation>
    </message>
    <message>
        <source>Toward an&amp;y other</source>
        <translation>Zu e&amp;iner anderen</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>What the control in hand is about</source>
        <translation>Worum es bei dem Bedienelement geht</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>Was die Wörter bedeuten</translation>
    </message>
    <message>
        <source>What this is</source>
        <translation>Was das ist</translation>
    </message>
    <message>
        <source>Wipe the sheet; undo brings it back</source>
        <translation>Das Blatt leeren; Rückgängig bringt es zurück</translation>
    </message>
    <message>
        <source>drawing</source>
        <comment>file name</comment>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>runs</source>
        <comment>file name</comment>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>session</source>
        <comment>file name</comment>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>{name} is already there. Replacing it cannot be undone.</source>
        <translation>{name} gibt es schon. Ersetzen lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>“{title}” is still being made, and could not go on after a restart: stop it, or wait for its end.</source>
        <translation>„{title}“ entsteht noch und könnte nach einem Neustart nicht weitergehen: Bitte anhalten oder das Ende abwarten.</translation>
    </message>
</context>
<context>
    <name>ui/world</name>
    <message>
        <source>Adversarial</source>
        <translation>Gegnerisch</translation>
    </message>
    <message>
        <source>How far the views go</source>
        <translation>Wie weit die Ansichten gehen</translation>
    </message>
    <message>
        <source>In the world</source>
        <comment>page</comment>
        <translation>In der Welt</translation>
    </message>
    <message>
        <source>Open the photo of a printed sheet; it can be dropped here, too</source>
        <translation>Das Foto eines gedruckten Blatts öffnen; es lässt sich auch hierher ziehen</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo, sheet and both images</source>
        <translation>Foto, Blatt und beide Bilder</translation>
    </message>
    <message>
        <source>Print a sheet, photograph it with a telephone, and open the photo here or drop it on the page.</source>
        <translation>Ein Blatt drucken, es mit dem Telefon fotografieren und das Foto hier öffnen oder auf die Seite ziehen.</translation>
    </message>
    <message>
        <source>Print a sheet…</source>
        <translation>Blatt drucken…</translation>
    </message>
    <message>
        <source>Read a photo…</source>
        <translation>Foto lesen…</translation>
    </message>
    <message>
        <source>Reading the photo…</source>
        <translation>Liest das Foto…</translation>
    </message>
    <message>
        <source>Save a PDF with both images at true size, to print and to photograph</source>
        <translation>Ein PDF mit beiden Bildern in wahrer Größe speichern, zum Drucken und Fotografieren</translation>
    </message>
    <message>
        <source>Sheets to print</source>
        <translation>Blätter zum Drucken</translation>
    </message>
    <message>
        <source>Show the image in many random views</source>
        <translation>Das Bild in vielen zufälligen Ansichten zeigen</translation>
    </message>
    <message>
        <source>Show the photo that was read</source>
        <translation>Das gelesene Foto zeigen</translation>
    </message>
    <message>
        <source>The paper that the sheet is made for</source>
        <translation>Das Papier, für das das Blatt gemacht wird</translation>
    </message>
    <message>
        <source>The photo that was read</source>
        <translation>Das gelesene Foto</translation>
    </message>
    <message>
        <source>There is nothing to print yet: attack the drawing first</source>
        <translation>Noch gibt es nichts zu drucken: erst die Zeichnung angreifen</translation>
    </message>
    <message>
        <source>View {number}</source>
        <translation>Ansicht {number}</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Views of the adversarial image</source>
        <translation>Ansichten des gegnerischen Bildes</translation>
    </message>
    <message>
        <source>{count} of {done} views fool</source>
        <translation>{count} von {done} Ansichten täuschen</translation>
    </message>
</context>
</TS>
