@org.jspecify.annotations.NullMarked
package timeline.testkit;
