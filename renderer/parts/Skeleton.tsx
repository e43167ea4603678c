import './skeleton.css';

/** Stands where something is being fetched, in about its shape. */
export const Skeleton = ({ lines = 4 }: { lines?: number }) => (
  <div role="status">
    <span className="visually-hidden">Loading</span>
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  </div>
);
