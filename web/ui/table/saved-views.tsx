/** Kept views of a list come with their routes. */
export const SavedViews = ({ name }: { readonly name: string }) => <span hidden data-list={name} />;
