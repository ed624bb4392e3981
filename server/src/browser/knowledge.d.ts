/** The compiled knowledge as JSON text, put into the bundle by the build. */
declare module 'foreign-desk:knowledge' {
  const text: string;
  export default text;
}
