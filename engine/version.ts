/** The version of this engine, as releases name it: that of the program, `package.json`. */
export const engineVersion = "0.1.0";
