/** The type of a field that is made up from values; `note` is what a person must look at. */
export type TypeDraft = { readonly nullable: boolean; readonly note?: string } & (
  | { readonly kind: Scalar }
  | { readonly kind: 'list' | 'dict'; readonly element: TypeDraft }
  | { readonly kind: 'object'; readonly name: string }
);

export type Scalar =
  | 'uuid'
  | 'dateTime'
  | 'dateTimeText'
  | 'ipAddress'
  | 'mac'
  | 'integer'
  | 'bigint'
  | 'number'
  | 'boolean'
  | 'string'
  | 'json';

export interface FieldDraft {
  readonly wire: string;
  readonly type: TypeDraft;
  readonly optional: boolean;
}

/** A class that is made up from samples of its data. */
export interface ClassDraft {
  readonly name: string;
  readonly version: string;
  /** The oldest version that was seen: nothing is known of those before it. */
  readonly oldest: string;
  readonly namespace: string | undefined;
  readonly envelope: string | undefined;
  /** Whether its data come without an envelope. */
  readonly untagged: boolean;
  readonly fields: readonly FieldDraft[];
  /** Names that no field can have. */
  readonly skipped: readonly string[];
}
