import { useEffect, useRef } from 'react';
import { Notice } from '../../parts/Notice.tsx';

/** Says what was saved, at the top of a long page: it takes focus, so that whoever pressed a button far below sees it too. */
export const SavedNotice = ({ text }: { text: string }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice kind="success" role="status">
        <p>{text}</p>
      </Notice>
    </div>
  );
};
