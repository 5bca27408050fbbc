/** What is declared under a key, and its place among all that is declared with it. */
interface Declaration<Of> {
  readonly key: string;
  readonly of: Of;
  readonly place: number;
}

/** What a guideline declares, by key: made once, so that what each case makes of it stands by place. */
export class Declarations<Of> {
  readonly all: readonly Declaration<Of>[];
  readonly #byKey: ReadonlyMap<string, Declaration<Of>>;

  /** Of one key the last counts, in the place of the first. */
  constructor(declared: Iterable<readonly [string, Of]>) {
    this.all = [...new Map(declared)].map(([key, of], place) => ({ key, of, place }));
    this.#byKey = new Map(this.all.map((each) => [each.key, each]));
  }

  at(key: string): Declaration<Of> | undefined {
    return this.#byKey.get(key);
  }

  get(key: string): Of | undefined {
    return this.#byKey.get(key)?.of;
  }
}

/** A map whose values are made when they are first asked for: a case is asked about few of a guideline's quantities. */
export class OnDemand<Of, Value extends object> implements ReadonlyMap<string, Value> {
  readonly #declared: Declarations<Of>;
  readonly #make: (of: Of, key: string) => Value;
  readonly #made: (Value | undefined)[];

  /** `make` is called once a key. `made`: by place, those that are there already. */
  constructor(declared: Declarations<Of>, make: (of: Of, key: string) => Value, made: (Value | undefined)[] = []) {
    this.#declared = declared;
    this.#make = make;
    this.#made = made;
  }

  get size(): number {
    return this.#declared.all.length;
  }

  has(key: string): boolean {
    return this.#declared.at(key) !== undefined;
  }

  get(key: string): Value | undefined {
    const declaration = this.#declared.at(key);
    return declaration && this.#madeOf(declaration);
  }

  keys(): MapIterator<string> {
    return this.#declared.all.map(({ key }) => key).values();
  }

  values(): MapIterator<Value> {
    return this.#declared.all.map((each) => this.#madeOf(each)).values();
  }

  entries(): MapIterator<[string, Value]> {
    return this.#declared.all.map((each): [string, Value] => [each.key, this.#madeOf(each)]).values();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(call: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const each of this.#declared.all) call(this.#madeOf(each), each.key, this);
  }

  #madeOf({ key, of, place }: Declaration<Of>): Value {
    return (this.#made[place] ??= this.#make(of, key));
  }
}
