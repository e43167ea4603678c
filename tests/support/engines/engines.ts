import { chromium } from './chromium.ts';
import type { Engine } from './driver.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** What people's browsers are made of: Chrome and Edge, Firefox, Safari. */
export const engines: readonly Engine[] = [chromium, firefox, webkit];
