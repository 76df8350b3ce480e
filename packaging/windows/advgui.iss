; The Windows installer, for Inno Setup 6.3 or newer, from the frozen folder dist\advgui:
;
;   ISCC /DVersion=0.1.0 packaging\windows\advgui.iss
;
; It installs for the user who runs it and asks for no administrator; who is one may choose
; to install for everyone.

#ifndef Version
  #error Tell which version it is: ISCC /DVersion=0.1.0 packaging\windows\advgui.iss
#endif

[Setup]
AppId={{89579078-CF2D-4B7D-8651-7AE417DA1196}
AppName=advgui
AppVersion={#Version}
AppPublisher=the advgui maintainers
VersionInfoVersion={#Version}
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=advgui-{#Version}-windows-x64
SetupIconFile=packaging\icons\advgui.ico
LicenseFile=LICENSE
DefaultDirName={autopf}\advgui
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
UninstallDisplayIcon={app}\advgui-window.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[InstallDelete]
; What an older version had and this one has not must not be imported.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\advgui\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{autoprograms}\advgui"; Filename: "{app}\advgui-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.strokes"; ValueType: string; ValueData: "advgui.strokes"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.strokes"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.advgui.strokes+json"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\advgui.strokes"; ValueType: string; ValueData: "Digit drawn in advgui"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\advgui.strokes\DefaultIcon"; ValueType: string; ValueData: "{app}\advgui-window.exe,0"
Root: HKA; Subkey: "Software\Classes\advgui.strokes\shell\open\command"; ValueType: string; ValueData: """{app}\advgui-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.advgui"; ValueType: string; ValueData: "advgui.session"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.advgui"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.advgui.session+zip"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\advgui.session"; ValueType: string; ValueData: "Session of advgui"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\advgui.session\DefaultIcon"; ValueType: string; ValueData: "{app}\advgui-window.exe,0"
Root: HKA; Subkey: "Software\Classes\advgui.session\shell\open\command"; ValueType: string; ValueData: """{app}\advgui-window.exe"" ""%1"""

[Run]
Filename: "{app}\advgui-window.exe"; Description: "{cm:LaunchProgram,advgui}"; Flags: nowait postinstall skipifsilent
