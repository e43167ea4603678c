/** Room above and below a page that is too short to be scrolled; it goes when another page is shown. The style sheet of the frame adds it. */

const room = { above: 0, below: 0, address: '' };

/**
 * Makes it possible to scroll by so many pixels more, or, where they are negative, moves the page down by as many.
 * @param scrolled how far the page has been scrolled.
 */
export const makeRoom = (by: number, scrolled: number): void => {
  const address = window.location.pathname;
  if (room.address !== address) Object.assign(room, { above: 0, below: 0, address });
  const given = Math.min(room.above, Math.max(0, by));
  room.above = by < 0 ? room.above - by : room.above - given;
  if (by > given) room.below = Math.max(room.below, scrolled + by - given);
  const { style } = document.documentElement;
  style.setProperty('--room-above', `${room.above}px`);
  style.setProperty('--room-below', `${room.below}px`);
};

/** Takes back what was made for another page than the one that is shown. */
export const clearRoom = (): void => {
  if (room.address === window.location.pathname) return;
  const { style } = document.documentElement;
  style.removeProperty('--room-above');
  style.removeProperty('--room-below');
};
