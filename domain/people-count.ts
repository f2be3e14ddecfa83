const PEOPLE =
  /\b(?:people|persons?|men|women|children|famil(?:y|ies)|residents?|citizens?|civilians?|detainees?|inmates?|prisoners?|refugees?|migrants?|soldiers?|fighters?|militants?|workers?|patients?|victims?|voters?|students?|passengers?|deaths?|dead|killed|wounded|injured|casualties)\b/i;

/** Whether a unit counts people, of whom there are never fewer than none. Knows English words only. */
export const isCountOfPeople = (unit: string) => PEOPLE.test(unit);

/** Whether a figure says that there were fewer people than none. */
export const isFewerThanNone = ({ value, upper, unit }: { value: string; upper: string; unit: string }) =>
  isCountOfPeople(unit) && [value, upper].some((one) => one.startsWith("-"));
