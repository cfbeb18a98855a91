/** Styles written for these tests, one rule a kind that Vale knows. */
export const STYLE: Readonly<Record<string, string>> = {
  'Existence.yml': `
extends: existence
message: "'%s' says little."
link: https://style.example/words
level: error
ignorecase: true
tokens:
  - utterly
  - at (?:this|that) juncture
  - colou?rful
  - 'ping(?:ed)? you'
`,
  'Cased.yml': `
extends: existence
message: "Take out '%s'."
tokens: [DRAFT, WIP]
`,
  'Signs.yml': `
extends: existence
message: Two sentences read more easily.
level: suggestion
nonword: true
tokens: [';', '[—–]', '(?<=\\s)-\\d+', "won't!"]
`,
  'Raw.yml': `
extends: existence
message: "'%s' adds nothing."
ignorecase: true
raw: ['\\b(?:very|quite|really)\\b\\s*']
tokens: [unique, perfect, 'im[a-z]+ble']
exceptions: [quite perfect]
`,
  'Swap.yml': `
extends: substitution
message: Use '%s' instead of '%s'.
ignorecase: true
swap:
  (?:utilise|make use of): use
  e-mail: email
  log-in: log in
  do not: don't
  acmecloud: AcmeCloud
  prior to: before|ahead of
  they are(?!\\.): they're
  24/7: every day
  part (\\d): $1st part
`,
  'Often.yml': `
extends: occurrence
message: One exclamation mark is enough.
scope: sentence
max: 1
token: '!'
`,
  'Long.yml': `
extends: occurrence
message: Keep it short.
scope: sentence
level: suggestion
max: 12
token: \\b(\\w+)\\b
`,
  'Never.yml': `
extends: occurrence
message: Say it once at least.
min: 1
token: hello
`,
  'Twice.yml': `
extends: repetition
message: "'%s' stands there twice."
alpha: true
tokens: ['[^\\s]+']
`,
  'Same.yml': `
extends: consistency
message: "Keep to one spelling: '%s'."
ignorecase: true
either: {programme: program}
`,
  'Defined.yml': `
extends: conditional
message: "'%s' has no definition."
first: '\\b([A-Z]{3,5})\\b'
second: '\\(([A-Z]{3,5})\\)'
`,
  'DefinedHere.yml': `
extends: conditional
message: "Say what '%s' means."
scope: sentence
first: '\\bRMA\\b'
second: 'return number'
`,
  'Start.yml': `
extends: capitalization
message: "'%s' begins small."
scope: sentence
match: $sentence
`,
  'Title.yml': `
extends: capitalization
message: "'%s' is a title."
scope: heading
match: $title
`,
  'Grade.yml': `
extends: readability
message: Plain words, please.
metrics: [Flesch-Kincaid]
grade: 8
`,
  'Order.yml': `
extends: sequence
message: "Is '%s' meant as a noun?"
tokens:
  - tag: MD
  - pattern: (?:of|off)
  - tag: VB|VBP
`,
  'Vague.yml': `
extends: sequence
message: Too many of them.
tokens: [{tag: JJ}, {tag: JJ}]
`,
  'Program.yml': `
extends: script
message: It counts.
script: 'x := 1'
`,
  'Anywhere.yml': `
extends: existence
message: Any of them.
nonword: true
tokens: ['[A-Z]+', 'foo(?=bar)baz', '(?:a+', '^Well', '[a-z][.?!] {2,}[A-Z]']
`,
  'Broken.yml': `
extends: existence
message: "an open quote
tokens: [a
`,
};
