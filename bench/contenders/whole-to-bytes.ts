let buffer = Buffer.allocUnsafe(1 << 22);

/** A text written into one buffer, which the next call uses again. */
export function wholeToBytes(text: string): Uint8Array {
  if (text.length * 3 > buffer.length) buffer = Buffer.allocUnsafe(text.length * 3);
  return buffer.subarray(0, buffer.write(text, 'utf8'));
}
