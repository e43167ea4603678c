export { daysAfter, monthsAfter } from './ahead.ts';
export { addDuration, ageOn, daysBetween, isRealDate, monthsBetween, parseDate } from './calendar.ts';
export { formatBytes } from './bytes.ts';
export { characterCount } from './characters.ts';
export { formatDate, formatDateTime, formatDay, formatTime } from './date.ts';
export { segments, type TextSegment } from './links.ts';
export { linesOf, onOneLine } from './lines.ts';
export { formatAge, formatMoney, formatNumber, plural } from './number.ts';
export { fill, firstText, lookUp } from './texts.ts';
