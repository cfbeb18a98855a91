import { createContext } from 'react';

/** The days that the charts are about, and of which desk, group or person, in words: a picture of a chart stands alone. */
export const DaysShown = createContext('');
