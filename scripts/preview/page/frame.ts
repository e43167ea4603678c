/** The form's frame: what is typed there is sent before another form takes its place, and the place on the page is kept. */
import { byId } from './dom.ts';

const longestSave = 3000;
const longestDraw = 3000;

const frame = byId('frame', HTMLIFrameElement);

const waitUntil = async (done: () => boolean, most: number): Promise<void> => {
  const end = performance.now() + most;
  while (!done() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 30));
};

/**
 * The form sends what is unsent when it is told that its window is about to close, and objects for as long as something is not on the
 * server yet.
 */
export const hasTyped = (): boolean =>
  frame.contentWindow?.dispatchEvent(new Event('beforeunload', { cancelable: true })) === false;

/** Has the form send what is unsent; gives up when the server does not take it. */
export const sendTyped = (): Promise<void> => waitUntil(() => !hasTyped(), longestSave);

/** The form's open page, as its address names it. */
const openPage = (): string => /^\/forms\/[^/]+\/([^/]+)/.exec(frame.contentWindow?.location.pathname ?? '')?.[1] ?? '';

const scrollBack = (top: number): void => {
  frame.addEventListener(
    'load',
    () => {
      const there = (): boolean =>
        (frame.contentDocument?.documentElement.scrollHeight ?? 0) >= top + frame.clientHeight;
      void waitUntil(there, longestDraw).then(() => frame.contentWindow?.scrollTo(0, top));
    },
    { once: true },
  );
};

/** Shows a draft in the frame; `stay`: on the page and at the height where the one before was. */
export const showDraft = (address: string, stay: boolean): void => {
  const page = stay ? openPage() : '';
  const top = stay ? (frame.contentWindow?.scrollY ?? 0) : 0;
  if (top > 0) scrollBack(top);
  frame.contentWindow?.location.replace(page === '' ? address : `${address}/${page}`);
};
