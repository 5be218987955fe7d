/** How one kind of scalar is read from its form in JSON, and written. */
export interface Codec<Wire, Value> {
  decode(wire: Wire): Value;
  encode(value: Value): Wire;
}

/** What programs want scalars to be, by kind. */
export interface Codecs {
  readonly "date-time": Codec<string, any>;
  readonly date: Codec<string, any>;
  readonly time: Codec<string, any>;
  readonly duration: Codec<string, any>;
  /** Decimal numbers that travel as strings. */
  readonly decimal: Codec<string, any>;
  /** Whole numbers of 64 bits that travel as strings. */
  readonly int64: Codec<string, any>;
  /** Whole numbers that may be beyond 2^53: as texts have them, a `bigint` where a number is not exact. */
  readonly integer: Codec<number | bigint, any>;
}

/** What a scalar of a kind is to a program that uses these codecs. */
export type Coded<C extends Codecs, K extends keyof Codecs> = ReturnType<C[K]["decode"]>;

/** What the language itself has: `Date` for moments and `bigint` for whole numbers of 64 bits. */
export interface Native extends Codecs {
  readonly "date-time": Codec<string, Date>;
  readonly date: Codec<string, string>;
  readonly time: Codec<string, string>;
  readonly duration: Codec<string, string>;
  readonly decimal: Codec<string, string>;
  readonly int64: Codec<string, bigint>;
  readonly integer: Codec<number | bigint, bigint>;
}

export declare const native: Native;

interface From<T> {
  from(text: string): T;
}

/** The codecs of `Temporal`: give the global, or a polyfill of it. */
export declare function temporal<I, D, P>(Temporal: {
  readonly Instant: From<I>;
  readonly PlainDate: From<D>;
  readonly Duration: From<P>;
}): Omit<Native, "date-time" | "date" | "duration"> & {
  readonly "date-time": Codec<string, I>;
  readonly date: Codec<string, D>;
  readonly duration: Codec<string, P>;
};

/** Read JSON; whole numbers that a number cannot hold exactly are BigInts. */
export declare function readJson(text: string): unknown;

/** Write JSON; BigInts are whole numbers. */
export declare function writeJson(value: unknown): string;
