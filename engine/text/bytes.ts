const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** A size as people know it, in steps of 1,024 and with one digit at most: `15 MB`, `1.2 MB`, `640 kB`. */
export const formatBytes = (bytes: number): string => {
  if (bytes === 1) return '1 byte';
  let [size, unit] = [bytes, 0];
  while (unit < UNITS.length - 1 && Math.round(size * 10) / 10 >= 1024) [size, unit] = [size / 1024, unit + 1];
  const rounded = unit === 0 ? size : Math.round(size * 10) / 10;
  return `${rounded} ${UNITS[unit] ?? ''}`;
};
