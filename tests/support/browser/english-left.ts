/** Finds what stands on a page in English that should have been translated. */
import type { Page } from 'playwright-core';
import { segments, type CompiledForm } from '../../../engine/index.ts';
import formWords from '../../../renderer/form/words.en.json' with { type: 'json' };
import partWords from '../../../renderer/parts/words.en.json' with { type: 'json' };

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A text as it may stand in one text node: each paragraph, each link; values in braces may be anything. */
const piecesOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .flatMap((paragraph) => segments(paragraph))
    .map(({ words }) => words.trim())
    .filter((words) => /[A-Za-z]{2}/.test(words.replaceAll(/\{\w+\}/g, '')));

const patternOf = (piece: string): string =>
  `^${piece
    .split(/\{\w+\}/)
    .map(escaped)
    .join('.+')}$`;

/** Every English text that may stand on a page of the form, save those that its language writes in the same way. */
export const englishTexts = ({ definition, language }: CompiledForm): string[] => {
  const own = new Set(Object.values(definition.texts[language] ?? {}).flatMap(piecesOf));
  const english = [definition.texts['en'] ?? {}, formWords, partWords].flatMap((texts) => Object.values(texts));
  return [...new Set(english.flatMap(piecesOf))].filter((piece) => !own.has(piece)).map(patternOf);
};

/** The text nodes and labels that people see or hear in the main part of the page, and in dialogs over it, and that are English; marked English is left out. */
export const englishLeft = (page: Page, patterns: readonly string[]): Promise<string[]> =>
  page.evaluate((all) => {
    const tests = all.map((pattern) => new RegExp(pattern));
    const main = document.querySelector('main');
    if (!main) return ['There is no main part'];
    const found: string[] = [];
    const look = (text: string | null, element: Element): void => {
      const words = (text ?? '').replaceAll(/\s+/g, ' ').trim();
      const marked = element.closest('main [lang], dialog [lang]');
      if (words === '' || marked?.getAttribute('lang')?.startsWith('en')) return;
      if (element.closest('textarea, .print-value, .files-name') !== null) return;
      if (tests.some((test) => test.test(words))) found.push(words);
    };
    for (const root of [main, ...document.querySelectorAll('dialog[open]')]) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.parentElement) look(node.textContent, node.parentElement);
      for (const element of root.querySelectorAll('[aria-label], [placeholder], [title]'))
        for (const name of ['aria-label', 'placeholder', 'title']) look(element.getAttribute(name), element);
    }
    return found;
  }, patterns);
