/** A signed order saved as a file: DER, or base64 text with or without PEM lines. Answers base64. */
export async function readSignedFile(input: HTMLInputElement): Promise<string> {
  const file = input.files?.[0];
  if (!file) throw new Error('no file chosen');
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A DER SEQUENCE begins with 0x30 and a long length; base64 text of one begins with "M", PEM with "-".
  if (bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80)
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return new TextDecoder().decode(bytes).replace(/-----[^-]+-----|\s/g, '');
}
