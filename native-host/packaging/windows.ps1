<#
Builds the Windows installer of the native host: one executable with Node inside and koffi's native file, in
C:\Program Files\Countersign, which registers itself for every browser of all users.

Needs, on Windows 10 or newer: Node 20.19 or newer from nodejs.org, `npm ci` done in this repository, and Inno Setup 6
(iscc.exe on PATH). Makes dist\countersign-host-VERSION-ARCH.exe for the processor that it runs on (x64 or arm64).

  -CertificateThumbprint  signs executable and installer with this code-signing certificate (signtool.exe of the Windows SDK
                          on PATH). Without it Windows warns whoever starts the installer.

A driver of a token must be made for the same processor as the host: nearly all are for x64.
#>
param([string] $CertificateThumbprint = '')
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

function Invoke-Checked([string] $Program, [string[]] $Arguments) {
  & $Program @Arguments
  if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}
function Add-Signature([string] $File) {
  if ($CertificateThumbprint -eq '') { return }
  Invoke-Checked 'signtool.exe' @('sign', '/sha1', $CertificateThumbprint, '/fd', 'SHA256',
    '/tr', 'http://timestamp.digicert.com', '/td', 'SHA256', $File)
}

$version = node -p "require('./package.json').version"
$arch = node -p 'process.arch'
Invoke-Checked 'node' @('scripts/build-host.mjs', '--sea')
Add-Signature 'dist\host-single\countersign-host.exe'
Invoke-Checked 'iscc.exe' @('/Qp', "/DVersion=$version", "/DArch=$arch", 'native-host\packaging\windows.iss')
$installer = "dist\countersign-host-$version-$arch.exe"
Add-Signature $installer
Write-Output "Built $installer"
