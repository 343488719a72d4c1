/** Where an error stands in the answer to a fetch of entities. */
export interface EntityPlace {
  /** Position among the entities. */
  readonly position: number;
  /** Beneath the entity. */
  readonly path: readonly (string | number)[];
}

export type ErrorPath = readonly (string | number)[] | null | undefined;

/** The places of errors, each once. An error that stands at none of the entities is one of all of them. */
export function entityPlaces(paths: readonly ErrorPath[], length: number): readonly EntityPlace[] {
  const places = new Map<string, EntityPlace>();
  const add = (place: EntityPlace): void => {
    places.set(JSON.stringify(place), place);
  };
  let ofAll = false;
  for (const path of paths) {
    const place = entityPlace(path, length);
    if (place !== undefined) add(place);
    else if (!ofAll) {
      ofAll = true;
      for (let position = 0; position < length; position += 1) add({ position, path: [] });
    }
  }
  return [...places.values()];
}

function entityPlace(path: ErrorPath, length: number): EntityPlace | undefined {
  const [field, position, ...beneath] = path ?? [];
  if (field !== '_entities' || typeof position !== 'number') return undefined;
  return Number.isInteger(position) && position >= 0 && position < length
    ? { position, path: beneath }
    : undefined;
}
