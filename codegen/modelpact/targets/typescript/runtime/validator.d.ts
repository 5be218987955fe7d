/** One thing that is wrong with a value. */
export interface Issue {
  /** The names and indexes that lead to it, from the outermost on. */
  readonly path: readonly (string | number)[];
  /** The keyword of the schema that is not satisfied. */
  readonly rule: string;
  /** What is wrong, in words that go on from the name of the place. */
  readonly message: string;
}

/** What became of a value: the value itself with its type, or what is wrong with it. */
export type Result<T> =
  | { readonly valid: true; readonly value: T; readonly issues?: undefined }
  | { readonly valid: false; readonly issues: readonly Issue[]; readonly value?: undefined };

/** What `assert` throws. */
export declare class ValidationError extends Error {
  constructor(issues: readonly Issue[]);
  readonly issues: readonly Issue[];
}

/** Decides whether values are of a type. A Standard Schema (version 1). */
export interface Validator<T> {
  /** Whether a value is of the type. */
  readonly is: (value: unknown) => value is T;
  /** The value with its type, or all that is wrong with it. */
  readonly validate: (value: unknown) => Result<T>;
  /** Throw a `ValidationError` unless a value is of the type. */
  readonly assert: (value: unknown) => asserts value is T;
  /** Read JSON text, and validate what it says. */
  readonly parse: (text: string) => Result<T>;
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "modelpact";
    readonly validate: (
      value: unknown,
    ) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}
