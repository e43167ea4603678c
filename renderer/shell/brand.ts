import { useEffect } from 'react';
import { useService } from '../api/person.ts';

/** Relative luminance of #rrggbb (WCAG 2). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** White or ink, whichever is read more easily on #rrggbb. */
export const readableOn = (colour: string): '#ffffff' | '#1d2433' => {
  const light = luminance(colour);
  return 1.05 / (light + 0.05) >= (light + 0.05) / (luminance('#1d2433') + 0.05) ? '#ffffff' : '#1d2433';
};

/** Gives the header the council's colour. */
export const useBrand = (): void => {
  const { colour } = useService().brand;
  useEffect(() => {
    if (colour === '') return;
    document.documentElement.style.setProperty('--brand', colour);
    document.documentElement.style.setProperty('--on-brand', readableOn(colour));
  }, [colour]);
};
