declare module 'virtual:editor-schema' {
  /** The fields of articles as JSON Schema. */
  const schema: Record<string, unknown>;
  export default schema;
}
