; Inno Setup script of the Windows installer; windows.ps1 runs it with Version and Arch.
; Program Files may be written to by administrators alone, so nobody else can put another program in the host's place.
[Setup]
AppId=countersign.host
AppName=Countersign Host
AppVersion={#Version}
AppPublisher=Countersign
DefaultDirName={autopf}\Countersign
DisableDirPage=yes
DisableProgramGroupPage=yes
PrivilegesRequired=admin
#if Arch == "arm64"
ArchitecturesAllowed=arm64
ArchitecturesInstallIn64BitMode=arm64
#else
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
#endif
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=countersign-host-{#Version}-{#Arch}
Compression=lzma2
SolidCompression=yes

[Files]
Source: "..\..\dist\host-single\countersign-host.exe"; DestDir: "{app}"; Flags: ignoreversion
Source: "..\..\dist\host-single\koffi.node"; DestDir: "{app}"; Flags: ignoreversion
Source: "..\..\LICENSE"; DestDir: "{app}"
Source: "..\..\docs\token-helper.md"; DestDir: "{app}"

[Run]
Filename: "{app}\countersign-host.exe"; Parameters: "install --system --browser all"; Flags: runhidden

[UninstallRun]
Filename: "{app}\countersign-host.exe"; Parameters: "uninstall --system"; Flags: runhidden; RunOnceId: "manifests"
