/** What the server said, as JSON; `undefined` where the answer has no body. */
export const answerOf = async <T>(response: Response): Promise<T> => {
  const text = await response.text();
  // Its routes declare what they answer with, and every reply of theirs is judged by that in the tests.
  return (text === '' ? undefined : JSON.parse(text)) as T;
};
