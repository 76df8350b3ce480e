<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
    <name>ui/window</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
</context>
</TS>
