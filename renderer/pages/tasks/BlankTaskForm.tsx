import { useMutation } from '@tanstack/react-query';
import { saveFile } from '../../api/save-file.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';

/** The form of a task to fill in by pen, with what is known written in it. */
export const BlankTaskForm = ({ id }: { id: string }) => {
  const blank = useMutation({ mutationFn: () => saveFile(`/api/tasks/${id}/blank`) });
  return (
    <>
      <Button look="quiet" onClick={() => blank.mutate()} busy={blank.isPending} busyText="Creating the PDF…">
        Print a blank form to fill in by hand (PDF)
      </Button>
      {blank.error && (
        <Notice kind="warning" role="alert">
          <p>{blank.error.message}</p>
        </Notice>
      )}
    </>
  );
};
