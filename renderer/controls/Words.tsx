import { segments } from '../../engine/index.ts';
import { useTools } from '../form/filling-context.ts';

/** A text of the form with its links: to an address, or to the one that the council has set under a name. */
export const Words = ({ text }: { text: string }) => {
  const { links } = useTools();
  return segments(text).map((segment, index) => {
    const href =
      segment.kind === 'link' ? segment.href : segment.kind === 'setting' ? links[segment.setting] : undefined;
    if (href === undefined) return segment.words;
    return (
      <a href={href} target="_blank" rel="noopener" key={index}>
        {segment.words}
        <span className="visually-hidden"> (opens in a new tab)</span>
      </a>
    );
  });
};
