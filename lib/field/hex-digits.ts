/** 1 at the character code of each hexadecimal digit; every code has its place, so that V8 has no bounds to check. */
export const HEX: Uint8Array = new Uint8Array(1 << 16);
for (const digit of '0123456789abcdefABCDEF') HEX[digit.charCodeAt(0)] = 1;
