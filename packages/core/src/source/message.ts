/** The languages in which the program speaks. The report itself is always Chinese. */
export type Language = 'zh' | 'en';

/** One sentence in every language of the program. */
export type Message = Readonly<Record<Language, string>>;
