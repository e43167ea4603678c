/** The version that a draft or submission belongs to. */
export interface FormRef {
  id: string;
  version: string;
  hash: string;
  title: string;
}
