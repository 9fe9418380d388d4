/** 1 at the character code of each hexadecimal digit. A code above 255 reads as `undefined`, which `&` takes for 0. */
export const HEX: Uint8Array = new Uint8Array(256);
for (const digit of '0123456789abcdefABCDEF') HEX[digit.charCodeAt(0)] = 1;
