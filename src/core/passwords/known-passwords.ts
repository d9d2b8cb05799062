import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Below this score (0 to 4) a password falls to fewer than 10^8 guesses, which an attacker online can spread out. */
const LOWEST_SCORE = 3;
const MOST_CHARACTERS = 100;

const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Whether a password is on the list of those known from breaches, a variant of one, or guessed as easily. */
export const isCommonPassword = (password: string): boolean =>
  zxcvbn.check(password.slice(0, MOST_CHARACTERS)).score < LOWEST_SCORE;
