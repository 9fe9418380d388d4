let buffer = Buffer.allocUnsafe(1 << 22);

/** A JSON array of texts, written item by item into one buffer, which the next call uses again. */
export function joinToBytes<T>(items: readonly T[], encode: (item: T) => string): Uint8Array {
  let length = 1;
  buffer[0] = 0x5b;
  for (const item of items) {
    const text = encode(item);
    // A UTF-16 unit takes at most three bytes.
    if (length + text.length * 3 + 2 > buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    length += buffer.write(text, length, 'utf8');
    buffer[length++] = 0x2c;
  }
  buffer[items.length === 0 ? length++ : length - 1] = 0x5d;
  return buffer.subarray(0, length);
}
