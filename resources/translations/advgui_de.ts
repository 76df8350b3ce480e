<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>lab/attack</name>
    <message>
        <source> It still fools in {share} of {views} random views.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> On average they still fool in {share} of {views} random views.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Unaware of {defences}: behind it, toward {hits} of {digits}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> through {defences}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> within {budget}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, mean {sizes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, unaware of {defences}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; could not move toward {goals}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; less sure than asked toward {goals}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; not toward {goals}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget counts in whole levels of 255: {levels} here, {budget}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger budget may fool it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network stands behind {chain} defences at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A softmax: the ten confidences sum to one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone reads {figures}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there: {names}. Replacing cannot be undone; a new folder would be “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attack is being made: stop it, or wait for its end, before you go back to a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attack first; then draw over what came of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attack: {attack}, {aim}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attacking away from {goal} with “{attack}”{known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attacking toward every other digit with “{attack}”{known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attacking toward {goal} with “{attack}”{known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both runs fool the network, equally near to the drawing: {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget ({norm})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a digit, or press 0 to 9, to attack the drawing toward it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not move: {why}. {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit, open an image, or choose a digit from the gallery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw along the coloured lines; no network sees them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effort ({what})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stands as it stood for run {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stands as it stood for run {number}; undo brings your drawing back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fooled{through} toward {hits} of {digits}{within}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fooled{through}: {now}, {sizes}, best step {step:,} of {steps:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well it reads was not measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins at {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is less sure of it than was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves the lines, so it does not count: erase some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by {attack} on {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made from an earlier drawing, by {attack} on {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on another network than the one in use, on {network}, by {attack}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with another defence than now, by {attack} on {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither of the two runs fools its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is kept yet. Every attack that you make is kept here when it has ended, and you can go back to it with everything as it stood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is kept yet: attack the drawing first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stroke is changed at this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not fooled{through}{within}: {now}, a wrong class but not {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not fooled{through}{within}: {now}, as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing drawn yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what your own hand draws counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint the region that may change first: it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads step {step:,} as {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the drawing as {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads {figures}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}: original {original} {sign} {change} = adversarial {adversarial}, thresholded {thresholded}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}: original {original}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {hit} fools its network, and run {missed} does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {numbers} is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {number}: {title}, {aim}, {verdict}, against {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {number}: {title}, {aim}, {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs {numbers} are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step:,} of {steps:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping; the best step so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten sigmoid activations: they need not sum to one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That run is not kept any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That says little of how robust it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That says nothing of how robust it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adversarial image of run {number} is on the sheet; undo brings your drawing back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack gives no sign of life; Esc ends it and keeps its best step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack shown was made against another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack shown was made on an earlier drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack shown was made with another defence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack toward {goal} is shown as it was made; the button Attack makes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack {name} needs to see {needed}, and the attacker sees {seen}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing of the last time could not be given back, and was set aside: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is made, for {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network already reads it as {label}; click another digit to attack it toward that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network already reads {digit}, so there is nothing to attack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next attack goes through {defences}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next attack is made unaware of {defences}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved image is not the one that was judged; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet is full: no file could hold more strokes. Undo some, or press New.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two runs were made against different networks, so that their distances tell as much of the networks as of the attacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two runs were made on different drawings, so that their distances do not tell which attack is the better one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {count} runs are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no strokes to change: draw a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no attack {name!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no defence {name!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to attack yet: draw a digit first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attack always does as much as it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attack changes strokes, and there are none or too many: draw the digit, or take one of the gallery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attack does not ask how sure the network is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attack has no budget: it keeps its change small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first run that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last run that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This saves the images of the run that is shown. The drawing and all runs are saved by “Save session” in the File menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unaware of {defences}: behind it the network {reads}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it has ended, you can draw over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own drawing is read as {label}: a wrong class, but not {digit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own drawing is read as {label}: fooled by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own drawing is read as {label}: not fooled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own drawing is read as {label}: not fooled; {goal} has {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advgui ended abruptly the last time. Here is your drawing; undo takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aware of the defence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away from {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind the defence: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence {confidence:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fooled toward {hits} of {lanes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fooled, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fooled: read as {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no image to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no image was found to start from that the network reads as wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pixel is left that would help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pixel would help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>budget</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: the smallest {norm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not aware of the defence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not fooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not fooled{within}: still {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not fooled{within}: still {label}, not {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing came nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing that was tried came any nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <comment>setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <comment>setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as {label} by {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads {label} · {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step:,} of run {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last step of run {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network {reads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network's slope is zero here, or too small to change a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the slope is zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold: {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward any other digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong class: {label}, not {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} noises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} toward every other digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} toward {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left}; fooled only as real numbers, not as an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} go into this folder; what else is in it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{near} is nearer to the drawing in L2, {size:.2f} against {other:.2f}, but the two keep different norms small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{near} stays nearer to the drawing: {size} against {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network} behind {defences}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network}, unaware of {defences}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: not the outcome of an attack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pixels:.0f} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pixels:.3g} pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pixels:.3g} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pixels} left [0, 1]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{replaced}: is there already, and no {files} beside it says that advgui made it; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of MNIST's test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of pen digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the lines are drawn; read as {label} so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step:,} of {steps:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} {aim} reads {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stuck}: {slope},
or {pixel};
of an attack without a slope, {nearer},
or {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{attack}” needs a goal: choose a digit to attack toward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” ({settings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” begins by itself alone. Send the image to the sheet, to attack it from there as a drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has no parameter {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lab/explanation</name>
    <message>
        <source>All this is of the network alone, which the attack was made on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attack the drawing first: then this tells why so small a change fools the network, and why noise of the same length does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even at twice the change it stays {digit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the slope, at a hundred noises and at the way to the adversarial image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many small changes all push the same way; noise pushes both ways and mostly cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise of the same length pushes for it here and against it there: {pushed:.1f} logits cancel to {left:.1f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of {total} such noises (seed {seed}) fools the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of {total} such noises (seed {seed}) is read as {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack changed nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack changes {pixels} by {mean:.2f} on average, {most:.2f} at most, but along the slope all of it adds up: to {along:.1f} logits for the {digit}, which was {missing:.1f} behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack changes {pixels} by {mean:.2f} on average, {most:.2f} at most, but along the slope all of it adds up: to {along:.1f} of the {gained:.1f} logits that the {digit} gains. The rest comes as the network gets steeper on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack changes {pixels} by {mean:.2f} on average, {most:.2f} at most. The slope at the drawing promises the {digit} only {along:.1f} of the {gained:.1f} logits that it gains: the network is steeper on the way than at the drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attack is on its way; this tells why it fools once it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of {noises} of the same length, on the bytes, too: Gaussian, clipped to [0, 1] and rounded. The digit shows in it, as a pixel full of ink cannot take more, nor paper less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label changes at {share:.0f} % of the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is not fooled: along the slope the change adds up to {along:.1f} logits for the {digit}, in truth to {gained:.1f}, and it was {missing:.1f} behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network's slope is zero here: no small change of a pixel changes its logits, so nothing adds up along it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no true slope through {defences}: shown is what an attacker takes in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What more ink in a pixel does to the lead of {toward} over {over}: red raises it and blue lowers it, by {steepest:.2g} logits at most for a pixel from white to black. Pixels are real numbers here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the attack changed, on the bytes: L2 {length:.2f}. Colours mean the same as in the noise beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} such noises (seed {seed}) are read as {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} such noises (seed {seed}) fool the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} So there is only the slope to be seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lab/export</name>
    <message>
        <source>A command attacks toward one digit; as Python all of them are attacked at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network is fooled where it reads the exact 8-bit image that is shown here as something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adversarial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attacks on handwritten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It began at the image of another run, which is possible toward one digit alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its network does not ship with advgui: save the session, and advgui replay makes it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with advgui {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {number}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of advgui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was stopped; a command would go on to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned once is worn from its file: save it, and name it by --artefact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward every other digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pixels} of {all} changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lab/sessions</name>
    <message>
        <source>All is back as it was: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another image than was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says that {told} was read, and the network {network} reads {label}: that may be another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its steps were not saved with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening this session closes the present one, and {lost} in it are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening this session closes the present one, and {lost} in it is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same bytes, for every goal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is open, with {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strokes that were attacked are not in it, so it cannot be made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session of a newer advgui than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session of more than {most:,} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session of more than {most} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session of more than {most} MB, unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session that has two parts of one name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session whose {name} has more than {most} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session whose {name} is packed in a way that is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advgui ended abruptly the last time. It can give back what there was: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away from {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has not an image for each goal to begin at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has not as many outcomes as goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made at {made}, no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its drawing has a damaged image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its drawing has more than {points:,} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its drawing has more than {strokes:,} strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its drawing has strokes that are not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its drawing has {problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its goals are {goals}, no digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its network {network} is not the one that was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its network {network}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its region is no picture of 28 x 28 signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its runs are not in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its steps are not in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its steps are not of these strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its steps are of an unknown kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its steps do not tell how far strokes could be bent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its steps have no {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its steps have too many numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its steps have {name} of another shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its steps have {name} that are no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither true nor false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no list of up to {most:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number from {least:g} to {most:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no session of advgui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no session, as it holds {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ten confidences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text of up to {longest} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no whole number from {least:,} to {most:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a complete session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run {number}: it has no goal number {selected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the image that it was drawn on is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network {network} ships with other weights in this advgui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward {goals}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is told of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{attack} {aim}, on {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}: cannot be written ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head}: its region is no picture of {size} x {size} signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head}: more than {most} places are looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head}: runs has {row}, which tells of none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} of {all} changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{incomplete}: it lacks {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open as a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: its network “{network}” is not on offer here; open that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: this session has more than {most} MB; delete some of its runs first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is {value}, no object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: its network {network} is not in the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {name} is {value}, {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/explanation</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidences along the change and along the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line stands at the place whose figures are above; pull it along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line stands where the label changes, until you pull it; above are the figures there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope, the perturbation and noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way from the drawing to the adversarial image appears here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it fools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place:.0f} % of the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} along the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} along the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read}, with noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share}: the label changes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{toward} along the change</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attack from the step that is looked at, and stay near the same original; where this run is shown, with the settings that stand now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attack on from the last step, toward the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two runs first: click one, and click the other while you hold Ctrl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course of both runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the runs that are chosen; Undo has them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing, network, attack and its settings stand as they stood for this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of both runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal that is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have what was deleted back, pinned as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays deleted, and takes no room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what is chosen to compare it; two can be pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original, adversarial image and perturbation; L2 {l2:.2f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that are kept, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See two runs side by side: those that are chosen, or else the pinned ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest change (DDN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adversarial image becomes the drawing; undo takes it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps of both runs appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two runs can be pinned at most: choose one or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two runs compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence of the {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} Pinned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/viewer</name>
    <message>
        <source>&amp;Copy image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the four tiles (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarged image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One image as large as there is room for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a pixel for its values; the wheel, or + and −, zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it again (Home)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image with which the first one is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to be seen here before an attack is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two images in one place, and a line between them that can be moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two images in one place, shown by turns; Space changes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two images side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use all colours for this perturbation; otherwise they mean the same in every one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the value of each pixel in it, where it is large enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, column {column}: {figures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} image</source>
        <translation type="unfinished"></translation>
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
