import type { CompiledForm, Question } from '../compile/form.ts';
import type { Pointer } from '../json.ts';

/** The question whose answer is at this place, or the nearest one around it. */
export const questionNear = (form: CompiledForm, pointer: Pointer): Question | undefined => {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const question = form.questionAt(place);
    if (question) return question;
  }
  return undefined;
};

/** The place at which the question around `pointer` has its answer: an error in one of the ticked choices is one in the choices. */
export const questionPlace = (form: CompiledForm, pointer: Pointer): Pointer => {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/')))
    if (form.questionAt(place)) return place;
  return pointer;
};
