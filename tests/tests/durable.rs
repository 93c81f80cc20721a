//! Nothing that was acknowledged is lost, whatever went wrong before: faults at every statement that writes, a full
//! and a failing disk below the program, a database that is cut off.

mod disk;
mod faults;
mod proxy;
