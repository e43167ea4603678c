/**
 * What must be done before the person is signed out or leaves: a form that is being filled in saves its words. Whoever has
 * something to save registers it here; whoever is about to end the session runs all of it first.
 */
type Save = () => Promise<unknown>;

const saves = new Set<Save>();

/** Registers `save` and gives the way to take it back. */
export const beforeLeaving = (save: Save): (() => void) => {
  saves.add(save);
  return () => saves.delete(save);
};

/** Runs every registered save; one that fails does not keep the others from being run. */
export const saveEverything = async (): Promise<void> => {
  await Promise.allSettled([...saves].map((save) => save()));
};
