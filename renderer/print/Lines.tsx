/** A text with its line breaks, each line in the direction of its own script; nothing where there is no text. */
export const Lines = ({ text }: { text: string }) =>
  text !== '' &&
  text.split('\n').map((line, index) => (
    <span className="print-line" dir="auto" key={index}>
      {line}
    </span>
  ));
