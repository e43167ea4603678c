import { useT } from './words.ts';
import './skeleton.css';

/** Stands where something is being fetched, in about its shape. */
export const Skeleton = ({ lines = 4 }: { lines?: number }) => {
  const t = useT();
  return (
    <div role="status">
      <span className="visually-hidden">{t('loading')}</span>
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          <span key={index} />
        ))}
      </div>
    </div>
  );
};
