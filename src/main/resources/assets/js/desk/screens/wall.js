// Placeholder until the wall is written.
export const wallConfirm = () => false;
