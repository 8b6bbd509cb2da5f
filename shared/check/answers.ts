/**
 * The answers of one check: the option number at each question's place, -1 where there is none. Always as long as
 * there are questions (QUESTION_COUNT in questions.ts).
 */
export type Answers = number[];
