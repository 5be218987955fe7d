const EXACT = 1e15;

/** Whether a number is a multiple of a whole number. */
export function isMultiple(v, divisor) {
  if (v <= EXACT && v >= -EXACT) return v % divisor === 0;
  return isExactMultiple(v, BigInt(divisor), 0);
}

/** Whether a number, as it is written, is a multiple of numerator / 10 ** places. */
export function isDecimalMultiple(v, numerator, places, scale) {
  const scaled = Math.round(v * scale);
  // Up to fifteen digits no two decimals are the same number.
  if (scaled <= EXACT && scaled >= -EXACT) return scaled / scale === v && scaled % numerator === 0;
  return isExactMultiple(v, BigInt(numerator), places);
}

/** Whether a number is a multiple of 1 / parts, where that is exact in binary. */
export function isPartMultiple(v, parts, numerator, places) {
  if (v <= 1e10 && v >= -1e10) return Number.isInteger(v * parts);
  return isExactMultiple(v, BigInt(numerator), places);
}

export function isExactMultiple(v, numerator, places) {
  if (v === 0) return true;
  const written = /^-?(\d)(?:\.(\d+))?e(.+)$/.exec(v.toExponential());
  if (written === null) return false;
  const fraction = written[2] ?? "";
  const digits = BigInt(written[1] + fraction);
  const shift = Number(written[3]) - fraction.length + places;
  if (shift >= 0) return (digits * 10n ** BigInt(shift)) % numerator === 0n;
  return digits % (numerator * 10n ** BigInt(-shift)) === 0n;
}
