/** A message as one frame. Whoever sends a PIN overwrites the frame once it is sent. */
export function frameOf(message: unknown): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(message);
  const frame = new Uint8Array(4 + Buffer.byteLength(text));
  new DataView(frame.buffer).setUint32(0, frame.length - 4, true);
  new TextEncoder().encodeInto(text, frame.subarray(4));
  return frame;
}
